"""Admin of the boundary register."""

from boundaries.admin import affirmation, record, segments

__all__ = ["affirmation", "record", "segments"]
