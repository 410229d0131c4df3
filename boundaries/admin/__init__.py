"""Admin of the boundary register."""

from boundaries.admin import lines, segments

__all__ = ["lines", "segments"]
