"""Admin of the mapping: read only, one module per noun."""

from ksd.mapping.admin import outputs, periods, rows, triage

__all__ = ["outputs", "periods", "rows", "triage"]
