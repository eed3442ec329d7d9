"""Text: what may stand in words, and what may not."""
