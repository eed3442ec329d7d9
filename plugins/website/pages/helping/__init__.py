"""Pages for helping to keep the list right, and for using its data."""
