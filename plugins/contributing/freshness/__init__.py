"""Freshness: links and entries that a person has to look at again."""
