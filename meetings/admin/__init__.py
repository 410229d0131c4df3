"""Admin of the meetings app."""

from meetings.admin import meetings

__all__ = ["meetings"]
