"""The finder: what filters the full list in the browser."""
