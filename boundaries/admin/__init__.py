"""Admin of the boundary register."""

from boundaries.admin import affirmation, segments

__all__ = ["affirmation", "segments"]
