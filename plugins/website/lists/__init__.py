"""Lists: which entries fit a question, and what to ask or do next."""
