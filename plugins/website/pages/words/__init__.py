"""Pages written in Markdown."""
