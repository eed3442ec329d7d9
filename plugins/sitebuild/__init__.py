"""The commands: check, build, serve, publish, test."""
