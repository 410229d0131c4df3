"""A boundary segment and everything kept about it."""

from boundaries.models.drawings import LayerDrawing
from boundaries.models.legs import Leg
from boundaries.models.lines import BoundaryLine
from boundaries.models.papers import SegmentPaper
from boundaries.models.points import BoundaryPoint, PointKind, SegmentPoint
from boundaries.models.rounds import Round
from boundaries.models.segment import Segment, SegmentChange
from boundaries.models.shapes import RegionLayer, RegionShape

__all__ = [
    "BoundaryLine",
    "BoundaryPoint",
    "LayerDrawing",
    "Leg",
    "PointKind",
    "RegionLayer",
    "RegionShape",
    "Round",
    "Segment",
    "SegmentChange",
    "SegmentPaper",
    "SegmentPoint",
]
