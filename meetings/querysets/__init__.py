"""Named questions of the meetings app."""

from meetings.querysets.follow_ups import FollowUpQuerySet
from meetings.querysets.meetings import MeetingQuerySet, invitable, organisable

__all__ = ["FollowUpQuerySet", "MeetingQuerySet", "invitable", "organisable"]
