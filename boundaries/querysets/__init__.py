"""Named questions of the boundary register."""

from boundaries.querysets.annexes import AnnexQuerySet
from boundaries.querysets.segments import SegmentQuerySet, Totals

__all__ = ["AnnexQuerySet", "SegmentQuerySet", "Totals"]
