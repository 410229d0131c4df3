"""Named questions of the boundary register."""

from boundaries.querysets.lines import LineQuerySet
from boundaries.querysets.segments import SegmentQuerySet, Totals

__all__ = ["LineQuerySet", "SegmentQuerySet", "Totals"]
