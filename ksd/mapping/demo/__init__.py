"""The mapping of the demonstration."""
