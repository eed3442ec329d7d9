"""Cards and the shell that all pages share."""
