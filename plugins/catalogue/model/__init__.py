"""The model: opportunities and alliances as values, with what follows from them."""
