"""The noun that a number counts: each language has its own places for it."""
