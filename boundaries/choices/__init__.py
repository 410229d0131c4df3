"""Closed lists of the boundary register."""

from boundaries.choices.annexes import AnnexKind
from boundaries.choices.geometry import Datum, LegState, LineRole, PointMethod
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

__all__ = [
    "AFTERWARDS",
    "DISPUTE",
    "MAIN_LINE",
    "SETTLED",
    "AnnexKind",
    "Datum",
    "LegState",
    "LineRole",
    "PaperKind",
    "PointMethod",
    "SegmentKind",
    "Stage",
    "stage_groups",
    "tone_of",
]
