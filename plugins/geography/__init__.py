"""Geography: which NHS Cancer Alliance serves a place in England."""
