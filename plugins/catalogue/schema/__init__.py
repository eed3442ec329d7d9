"""The schema: what an entry may say, and how each value is read."""
