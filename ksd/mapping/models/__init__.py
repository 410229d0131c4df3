"""What regions have and lack, year by year, and what comes of it."""

from ksd.mapping.models.periods import Period, PeriodEvent, PeriodRegion
from ksd.mapping.models.rows import MappingRow, RowCase, RowEvent
from ksd.mapping.models.uploads import SheetUpload

__all__ = ["MappingRow", "Period", "PeriodEvent", "PeriodRegion", "RowCase", "RowEvent", "SheetUpload"]
