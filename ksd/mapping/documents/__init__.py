"""Papers and sheets of the mapping."""
