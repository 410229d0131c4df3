"""A boundary segment and everything kept about it."""

from boundaries.models.compromises import Compromise, CompromiseEvent, CompromiseStep
from boundaries.models.drafts import LineDraft, LineOverlay
from boundaries.models.evidence import Evidence, EvidenceRemark, LineEvidence
from boundaries.models.layers import Layer, LayerFeature
from boundaries.models.legs import Leg
from boundaries.models.lines import BoundaryLine, LineWithdrawal
from boundaries.models.papers import SegmentPaper
from boundaries.models.points import BoundaryPoint, PointKind, SegmentPoint
from boundaries.models.rounds import Round
from boundaries.models.segment import Segment, SegmentChange
from boundaries.models.shapes import RegionLayer, RegionShape

__all__ = [
    "BoundaryLine",
    "BoundaryPoint",
    "Compromise",
    "CompromiseEvent",
    "CompromiseStep",
    "Evidence",
    "EvidenceRemark",
    "Layer",
    "LayerFeature",
    "Leg",
    "LineDraft",
    "LineEvidence",
    "LineOverlay",
    "LineWithdrawal",
    "PointKind",
    "RegionLayer",
    "RegionShape",
    "Round",
    "Segment",
    "SegmentChange",
    "SegmentPaper",
    "SegmentPoint",
]
