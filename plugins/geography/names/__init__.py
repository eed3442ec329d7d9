"""Names of alliances and places, and their order from A to Z."""
