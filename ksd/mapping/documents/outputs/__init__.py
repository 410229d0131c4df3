"""Papers and lists that come out of a mapping."""
