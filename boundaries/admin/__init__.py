"""Admin of the boundary register."""

from boundaries.admin import affirmation, annexes, fixes, lines, points, record, segments

__all__ = ["affirmation", "annexes", "fixes", "lines", "points", "record", "segments"]
