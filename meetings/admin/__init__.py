"""Admin of the meetings app."""

from meetings.admin import feeds, meetings, plans, series

__all__ = ["feeds", "meetings", "plans", "series"]
