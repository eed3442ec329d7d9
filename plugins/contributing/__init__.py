"""Contributing: how an entry comes in, is put right and is kept right.

It stands on ``catalogue``, which alone says what an entry may hold, and imports no Pelican.
"""
