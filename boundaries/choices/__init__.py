"""Closed lists of the boundary register."""

from boundaries.choices.geometry import LEG_TONES, Datum, LegState, LineRole, PointMethod
from boundaries.choices.minutes import (
    STATE_TONES,
    MinutesState,
    SignerKind,
    SignerState,
    TeamLevel,
    TeamRole,
)
from boundaries.choices.papers import PaperKind
from boundaries.choices.regulations import (
    ROLE_TONES,
    SHORT,
    VERDICT_TONES,
    AmendmentState,
    Court,
    RegulationKind,
    RegulationRole,
    Verdict,
)
from boundaries.choices.stages import (
    AFTERWARDS,
    DISPUTE,
    MAIN_LINE,
    SETTLED,
    ChangeAct,
    SegmentKind,
    Stage,
    stage_groups,
    tone_of,
)
from boundaries.choices.terms import OWED_BY, ChainLetterKind, Owing, TermEvent, TermUnit

__all__ = [
    "AFTERWARDS",
    "DISPUTE",
    "LEG_TONES",
    "MAIN_LINE",
    "OWED_BY",
    "ROLE_TONES",
    "SETTLED",
    "SHORT",
    "STATE_TONES",
    "VERDICT_TONES",
    "AmendmentState",
    "ChainLetterKind",
    "ChangeAct",
    "Court",
    "Datum",
    "LegState",
    "LineRole",
    "MinutesState",
    "Owing",
    "PaperKind",
    "PointMethod",
    "RegulationKind",
    "RegulationRole",
    "SegmentKind",
    "SignerKind",
    "SignerState",
    "Stage",
    "TeamLevel",
    "TeamRole",
    "TermEvent",
    "TermUnit",
    "Verdict",
    "stage_groups",
    "tone_of",
]
