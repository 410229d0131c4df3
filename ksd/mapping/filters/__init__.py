"""Filters of the lists of the mapping."""
