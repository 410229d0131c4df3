"""Named questions about the mapping; who may see is decided here."""

from ksd.mapping.querysets.matches import MatchQuerySet
from ksd.mapping.querysets.minutes import MinutesQuerySet
from ksd.mapping.querysets.periods import PeriodQuerySet
from ksd.mapping.querysets.rows import RowQuerySet
from ksd.mapping.querysets.uploads import UploadQuerySet

__all__ = ["MatchQuerySet", "MinutesQuerySet", "PeriodQuerySet", "RowQuerySet", "UploadQuerySet"]
