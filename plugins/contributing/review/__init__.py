"""Review: what a change does to each entry, for the person who looks at it."""
