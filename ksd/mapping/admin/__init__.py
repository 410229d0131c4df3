"""Admin of the mapping: read only, one module per noun."""

from ksd.mapping.admin import matches, outputs, periods, rows, triage

__all__ = ["matches", "outputs", "periods", "rows", "triage"]
