"""Parsing: from the bytes of a file to names and texts, each with its line and column."""
