"""Admin of the meetings app."""

from meetings.admin import feeds, follow_ups, meetings, plans, series

__all__ = ["feeds", "follow_ups", "meetings", "plans", "series"]
