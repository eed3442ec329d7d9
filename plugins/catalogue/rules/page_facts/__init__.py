"""Page facts: helplines, bodies of other nations and payments, read and judged."""
