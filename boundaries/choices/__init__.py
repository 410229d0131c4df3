"""Closed lists of the boundary register."""

from boundaries.choices.geometry import Datum, LegState, LineRole, PointMethod
from boundaries.choices.papers import PaperKind
from boundaries.choices.regulations import (
    SHORT,
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
    "MAIN_LINE",
    "SETTLED",
    "SHORT",
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
