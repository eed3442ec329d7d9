"""Pages for finding one's alliance."""
