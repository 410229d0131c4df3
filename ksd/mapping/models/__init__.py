"""What regions have and lack, year by year, and what comes of it."""

from ksd.mapping.models.comments import RowComment
from ksd.mapping.models.match_runs import MatchRow, MatchRun, MatchWeights
from ksd.mapping.models.matches import Match, MatchDecision
from ksd.mapping.models.merging import RowApart
from ksd.mapping.models.minutes import MappingMinutes, MinutesSignature
from ksd.mapping.models.outcomes import RowOutcome
from ksd.mapping.models.periods import Period, PeriodEvent, PeriodRegion
from ksd.mapping.models.rows import MappingRow, RowCase, RowEvent
from ksd.mapping.models.triage import RowTriage
from ksd.mapping.models.uploads import SheetUpload

__all__ = [
    "MappingMinutes",
    "MappingRow",
    "Match",
    "MatchDecision",
    "MatchRow",
    "MatchRun",
    "MatchWeights",
    "MinutesSignature",
    "Period",
    "PeriodEvent",
    "PeriodRegion",
    "RowApart",
    "RowCase",
    "RowComment",
    "RowEvent",
    "RowOutcome",
    "RowTriage",
    "SheetUpload",
]
