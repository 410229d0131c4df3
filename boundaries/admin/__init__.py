"""Admin of the boundary register."""

from boundaries.admin import fixes, segments

__all__ = ["fixes", "segments"]
