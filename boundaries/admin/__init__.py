"""Admin of the boundary register."""

from boundaries.admin import affirmation, points, record, segments

__all__ = ["affirmation", "points", "record", "segments"]
