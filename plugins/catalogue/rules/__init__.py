"""Rules: what has to hold in a file, between facts and between entries."""
