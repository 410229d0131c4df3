"""Forms of the mapping."""
