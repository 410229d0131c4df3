"""Admin of the boundary register."""

from boundaries.admin import affirmation, annexes, points, record, segments

__all__ = ["affirmation", "annexes", "points", "record", "segments"]
