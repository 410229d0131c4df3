"""Named questions of the meetings app."""

from meetings.querysets.follow_ups import FollowUpQuerySet
from meetings.querysets.meetings import MeetingQuerySet, invitable, organisable

__all__ = ["AgendaItemQuerySet", "BacklogQuerySet", "FollowUpQuerySet", "MeetingQuerySet", "invitable", "organisable"]
from meetings.querysets.agenda import AgendaItemQuerySet, BacklogQuerySet
from meetings.querysets.invitations import (
    ANSWERABLE,
    ANSWERING,
    MOST_ATTEMPTS,
    InviteeQuerySet,
    LetterQuerySet,
    SendingQuerySet,
)
    "ANSWERABLE",
    "ANSWERING",
    "MOST_ATTEMPTS",
    "InviteeQuerySet",
    "LetterQuerySet",
    "MeetingQuerySet",
    "SendingQuerySet",
    "invitable",
    "organisable",
]
