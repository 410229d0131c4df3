"""Admin of the boundary register."""

from boundaries.admin import affirmation, annexes, fixes, points, record, segments

__all__ = ["affirmation", "annexes", "fixes", "points", "record", "segments"]
