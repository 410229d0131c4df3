"""Likeness and complement of needs and potentials, free of Django."""
