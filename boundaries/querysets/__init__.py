"""Named questions of the boundary register."""

from boundaries.querysets.papers import PaperQuerySet
from boundaries.querysets.regulations import SegmentRegulationQuerySet
from boundaries.querysets.segments import SegmentQuerySet, Totals

__all__ = ["PaperQuerySet", "SegmentQuerySet", "SegmentRegulationQuerySet", "Totals"]
