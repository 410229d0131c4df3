"""Admin of the meetings app."""

from meetings.admin import agenda, meetings

__all__ = ["agenda", "meetings"]
