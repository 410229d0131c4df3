"""Closed lists of the boundary register."""

from boundaries.choices.geometry import LEG_TONES, Datum, LegState, LineRole, PointMethod
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

__all__ = [
    "AFTERWARDS",
    "DISPUTE",
    "LEG_TONES",
    "MAIN_LINE",
    "ROLE_TONES",
    "SETTLED",
    "SHORT",
    "VERDICT_TONES",
    "AmendmentState",
    "ChangeAct",
    "Court",
    "Datum",
    "LegState",
    "LineRole",
    "PaperKind",
    "PointMethod",
    "RegulationKind",
    "RegulationRole",
    "SegmentKind",
    "Stage",
    "Verdict",
    "stage_groups",
    "tone_of",
]
