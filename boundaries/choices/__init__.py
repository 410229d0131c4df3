"""Closed lists of the boundary register."""

from boundaries.choices.evidence import EvidenceKind, EvidenceLevel, MapFitness, RemarkVerdict
from boundaries.choices.geometry import Datum, LegState, LineRole, PointMethod
from boundaries.choices.layers import CompromiseAct, LayerShape, LayerState, LayerTheme
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
    "CompromiseAct",
    "Datum",
    "EvidenceKind",
    "EvidenceLevel",
    "LayerShape",
    "LayerState",
    "LayerTheme",
    "LegState",
    "LineRole",
    "MapFitness",
    "PaperKind",
    "PointMethod",
    "RemarkVerdict",
    "SegmentKind",
    "Stage",
    "stage_groups",
    "tone_of",
]
