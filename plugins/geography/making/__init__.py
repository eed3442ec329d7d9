"""Making: the files that the look-up reads, worked out once a year from their sources."""
