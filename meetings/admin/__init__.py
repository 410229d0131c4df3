"""Admin of the meetings app."""

from meetings.admin import agenda, feeds, follow_ups, meetings, plans, series

__all__ = ["agenda", "feeds", "follow_ups", "meetings", "plans", "series"]
