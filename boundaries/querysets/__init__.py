"""Named questions of the boundary register."""

from boundaries.querysets.points import ListingQuerySet, PointTotals
from boundaries.querysets.segments import SegmentQuerySet, Totals

__all__ = ["ListingQuerySet", "PointTotals", "SegmentQuerySet", "Totals"]
