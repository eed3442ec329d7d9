"""Exports: the catalogue for other programs."""
