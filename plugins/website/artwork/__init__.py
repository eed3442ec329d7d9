"""Artwork: the quilt and the patches it is made of."""
