"""A boundary segment and everything kept about it."""

from boundaries.models.afterwards import Amendment, CourtCase
from boundaries.models.legs import Leg
from boundaries.models.lines import BoundaryLine
from boundaries.models.papers import SegmentPaper
from boundaries.models.points import BoundaryPoint, PointKind, SegmentPoint
from boundaries.models.regulations import Regulation, SegmentRegulation
from boundaries.models.rounds import Round, RoundPosition
from boundaries.models.segment import Segment, SegmentChange
from boundaries.models.shapes import RegionLayer, RegionShape
from boundaries.models.traces import SegmentTrace

__all__ = [
    "Amendment",
    "BoundaryLine",
    "BoundaryPoint",
    "CourtCase",
    "Leg",
    "PointKind",
    "RegionLayer",
    "RegionShape",
    "Regulation",
    "Round",
    "RoundPosition",
    "Segment",
    "SegmentChange",
    "SegmentPaper",
    "SegmentPoint",
    "SegmentRegulation",
    "SegmentTrace",
]
