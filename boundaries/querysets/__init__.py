"""Named questions of the boundary register."""

from boundaries.querysets.segments import SegmentQuerySet, Totals

__all__ = ["SegmentQuerySet", "Totals"]
