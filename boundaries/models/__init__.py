"""A boundary segment and everything kept about it."""

from boundaries.models.drawings import LayerDrawing
from boundaries.models.fixes import FieldFix
from boundaries.models.legs import Leg
from boundaries.models.lines import BoundaryLine
from boundaries.models.papers import SegmentPaper
from boundaries.models.pillars import Pillar, PillarInspection, PillarPlan
from boundaries.models.point_traces import PointChange, PointVerdict
from boundaries.models.points import BoundaryPoint, PointKind, SegmentPoint
from boundaries.models.rounds import Round
from boundaries.models.segment import Segment, SegmentChange
from boundaries.models.shapes import RegionLayer, RegionShape

__all__ = [
    "BoundaryLine",
    "BoundaryPoint",
    "FieldFix",
    "LayerDrawing",
    "Leg",
    "Pillar",
    "PillarInspection",
    "PillarPlan",
    "PointChange",
    "PointKind",
    "PointVerdict",
    "RegionLayer",
    "RegionShape",
    "Round",
    "Segment",
    "SegmentChange",
    "SegmentPaper",
    "SegmentPoint",
]
