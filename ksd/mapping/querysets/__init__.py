"""Named questions about the mapping; who may see is decided here."""

from ksd.mapping.querysets.matches import MatchQuerySet
from ksd.mapping.querysets.periods import PeriodQuerySet
from ksd.mapping.querysets.rows import RowQuerySet

__all__ = ["MatchQuerySet", "PeriodQuerySet", "RowQuerySet"]
