"""Every act on a cooperation case: one function each."""
