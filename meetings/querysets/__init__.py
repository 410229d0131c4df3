"""Named questions of the meetings app."""

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
    "InviteeQuerySet",
    "LetterQuerySet",
    "MeetingQuerySet",
    "SendingQuerySet",
    "invitable",
    "organisable",
]
