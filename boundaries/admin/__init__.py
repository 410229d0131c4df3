"""Admin of the boundary register."""

from boundaries.admin import points, segments

__all__ = ["points", "segments"]
