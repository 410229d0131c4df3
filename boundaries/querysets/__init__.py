"""Named questions of the boundary register."""

from boundaries.querysets.annexes import AnnexQuerySet
from boundaries.querysets.points import ListingQuerySet, PointTotals
from boundaries.querysets.segments import SegmentQuerySet, Totals

__all__ = ["AnnexQuerySet", "ListingQuerySet", "PointTotals", "SegmentQuerySet", "Totals"]
