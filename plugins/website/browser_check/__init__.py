"""The browser's check: the rules of the checker as data, for the form on /add/."""
