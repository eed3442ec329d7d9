"""Builds, shows and publishes the site around one run of Pelican."""
