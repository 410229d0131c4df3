"""Named questions of the meetings app."""

from meetings.querysets.meetings import MeetingQuerySet, invitable, organisable

__all__ = ["MeetingQuerySet", "invitable", "organisable"]
