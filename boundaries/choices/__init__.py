"""Closed lists of the boundary register."""

from boundaries.choices.geometry import Datum, LegState, LineRole, PointMethod
from boundaries.choices.papers import PaperKind
from boundaries.choices.points import PILLAR_TONES, STANDING_TONES, PillarState, PointAct, Standing, Verdict
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
    "PILLAR_TONES",
    "SETTLED",
    "STANDING_TONES",
    "Datum",
    "LegState",
    "LineRole",
    "PaperKind",
    "PillarState",
    "PointAct",
    "PointMethod",
    "SegmentKind",
    "Stage",
    "Standing",
    "Verdict",
    "stage_groups",
    "tone_of",
]
