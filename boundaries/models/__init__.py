"""A boundary segment and everything kept about it."""

from boundaries.models.drafts import LineDraft, LineOverlay
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
    "Leg",
    "LineDraft",
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
