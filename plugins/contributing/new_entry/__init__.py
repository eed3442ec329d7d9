"""A new entry, asked for question by question."""
