"""Closed lists of the meetings app."""

from meetings.choices.agenda import WAITING, WISH_TONES, BacklogState, ItemKind, ItemState
from meetings.choices.attendance import Way
from meetings.choices.files import MeetingFileKind
from meetings.choices.follow_ups import (
    FOLLOW_UP_TONES,
    OPEN_FOLLOW_UPS,
    SETTLED_FOLLOW_UPS,
    DecisionKind,
    FollowUpState,
)
from meetings.choices.invitations import Answer, AnsweredBy, InviteeRole, LetterKind, SendState, SignerMode
from meetings.choices.meetings import TONES, MeetingKind, MeetingState, Mode
from meetings.choices.room import MinutesState, RecordState, Stance

__all__ = [
    "FOLLOW_UP_TONES",
    "OPEN_FOLLOW_UPS",
    "SETTLED_FOLLOW_UPS",
    "TONES",
    "WAITING",
    "WISH_TONES",
    "Answer",
    "AnsweredBy",
    "BacklogState",
    "DecisionKind",
    "FollowUpState",
    "InviteeRole",
    "ItemKind",
    "ItemState",
    "LetterKind",
    "MeetingFileKind",
    "MeetingKind",
    "MeetingState",
    "MinutesState",
    "Mode",
    "RecordState",
    "SendState",
    "SignerMode",
    "Stance",
    "Way",
]
