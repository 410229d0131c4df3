"""Named questions of the meetings app."""

from meetings.querysets.follow_ups import FollowUpQuerySet
from meetings.querysets.meetings import MeetingQuerySet, invitable, organisable

__all__ = ["AgendaItemQuerySet", "BacklogQuerySet", "FollowUpQuerySet", "MeetingQuerySet", "invitable", "organisable"]
from meetings.querysets.agenda import AgendaItemQuerySet, BacklogQuerySet
