"""The file of an entry: what it is called, what stands beside it, how it is written."""
