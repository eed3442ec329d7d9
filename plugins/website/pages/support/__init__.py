"""Support: somebody to talk to."""
