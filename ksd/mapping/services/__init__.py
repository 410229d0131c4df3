"""Acts of the mapping: one function each."""
