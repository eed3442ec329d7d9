"""Contributing: how an entry comes in, is put right and is kept right."""
