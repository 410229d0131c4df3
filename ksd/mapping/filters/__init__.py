"""Filters of the lists of the mapping."""

from ksd.mapping.filters.periods import PeriodFilter
from ksd.mapping.filters.rows import RowFilter

__all__ = ["PeriodFilter", "RowFilter"]
