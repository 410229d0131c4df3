"""Named questions of the meetings app."""

from meetings.querysets.agenda import AgendaItemQuerySet, BacklogQuerySet
from meetings.querysets.attendance import AttendanceQuerySet, SessionQuerySet
from meetings.querysets.follow_ups import FollowUpQuerySet
from meetings.querysets.invitations import (
    ANSWERABLE,
    ANSWERING,
    MOST_ATTEMPTS,
    InviteeQuerySet,
    LetterQuerySet,
    SendingQuerySet,
)
from meetings.querysets.meetings import MeetingQuerySet, invitable, organisable

__all__ = [
    "ANSWERABLE",
    "ANSWERING",
    "MOST_ATTEMPTS",
    "AgendaItemQuerySet",
    "AttendanceQuerySet",
    "BacklogQuerySet",
    "FollowUpQuerySet",
    "InviteeQuerySet",
    "LetterQuerySet",
    "MeetingQuerySet",
    "SendingQuerySet",
    "SessionQuerySet",
    "invitable",
    "organisable",
]
