"""The website: what the public sees."""
