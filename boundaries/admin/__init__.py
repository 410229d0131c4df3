"""Admin of the boundary register."""

from boundaries.admin import annexes, segments

__all__ = ["annexes", "segments"]
