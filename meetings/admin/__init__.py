"""Admin of the meetings app."""

from meetings.admin import (
    agenda,
    attendance,
    feeds,
    follow_ups,
    invitations,
    meetings,
    minutes,
    plans,
    room,
    series,
)

__all__ = [
    "agenda",
    "attendance",
    "feeds",
    "follow_ups",
    "invitations",
    "meetings",
    "minutes",
    "plans",
    "room",
    "series",
]
