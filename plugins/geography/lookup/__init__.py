"""Look-up: what the site shows and publishes of geography."""
