"""Named questions of the boundary register."""

from boundaries.querysets.papers import PaperQuerySet
from boundaries.querysets.points import ListingQuerySet, PointTotals
from boundaries.querysets.regulations import SegmentRegulationQuerySet
from boundaries.querysets.segments import SegmentQuerySet, Totals

__all__ = [
    "ListingQuerySet",
    "PaperQuerySet",
    "PointTotals",
    "SegmentQuerySet",
    "SegmentRegulationQuerySet",
    "Totals",
]
