"""Closed lists of the boundary register."""

from boundaries.choices.geometry import Datum, LegState, LineRole, PointMethod
from boundaries.choices.minutes import (
    STATE_TONES,
    MinutesState,
    SignerKind,
    SignerState,
    TeamLevel,
    TeamRole,
)
from boundaries.choices.papers import PaperKind
from boundaries.choices.stages import (
    AFTERWARDS,
    DISPUTE,
    MAIN_LINE,
    SETTLED,
    SegmentKind,
    Stage,
    stage_groups,
    tone_of,
)
from boundaries.choices.terms import OWED_BY, ChainLetterKind, Owing, TermEvent, TermUnit

__all__ = [
    "AFTERWARDS",
    "DISPUTE",
    "MAIN_LINE",
    "OWED_BY",
    "SETTLED",
    "STATE_TONES",
    "ChainLetterKind",
    "Datum",
    "LegState",
    "LineRole",
    "MinutesState",
    "Owing",
    "PaperKind",
    "PointMethod",
    "SegmentKind",
    "SignerKind",
    "SignerState",
    "Stage",
    "TeamLevel",
    "TeamRole",
    "TermEvent",
    "TermUnit",
    "stage_groups",
    "tone_of",
]
