"""The catalogue: Cancer Alliances and the ways to take part in their work."""
