"""Boundaries of the demonstration, one module per noun."""
