"""Named questions of the meetings app."""

from meetings.querysets.agenda import AgendaItemQuerySet, BacklogQuerySet
from meetings.querysets.meetings import MeetingQuerySet, invitable, organisable

__all__ = ["AgendaItemQuerySet", "BacklogQuerySet", "MeetingQuerySet", "invitable", "organisable"]
