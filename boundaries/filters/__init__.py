"""Filters of the boundary lists."""

from boundaries.filters.points import PointFilter
from boundaries.filters.segments import SegmentFilter

__all__ = ["PointFilter", "SegmentFilter"]
