"""Admin of the mapping: read only, one module per noun."""

from ksd.mapping.admin import periods, rows, triage

__all__ = ["periods", "rows", "triage"]
