"""Admin of the meetings app."""

from meetings.admin import follow_ups, meetings

__all__ = ["follow_ups", "meetings"]
