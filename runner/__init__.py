"""How the stages are run: the same list of named stages, here or on many machines."""
