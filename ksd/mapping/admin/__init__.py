"""Admin of the mapping: read only, one module per noun."""

from ksd.mapping.admin import matches, periods, rows, triage

__all__ = ["matches", "periods", "rows", "triage"]
