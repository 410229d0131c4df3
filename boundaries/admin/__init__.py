"""Admin of the boundary register."""

from boundaries.admin import segments

__all__ = ["segments"]
