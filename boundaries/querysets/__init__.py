"""Named questions of the boundary register."""

from boundaries.querysets.imports import GeoImportQuerySet
from boundaries.querysets.segments import SegmentQuerySet, Totals

__all__ = ["GeoImportQuerySet", "SegmentQuerySet", "Totals"]
