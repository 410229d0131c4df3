"""Admin of the boundary register."""

from boundaries.admin import record, segments

__all__ = ["record", "segments"]
