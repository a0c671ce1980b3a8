"""Generators of planted worlds; each is a module with ``worlds(count, seed)``."""
