"""Named questions about the mapping; who may see is decided here."""

from ksd.mapping.querysets.periods import PeriodQuerySet
from ksd.mapping.querysets.rows import RowQuerySet

__all__ = ["PeriodQuerySet", "RowQuerySet"]
