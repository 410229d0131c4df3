"""What regions have and lack, year by year, and what comes of it."""

from ksd.mapping.models.match_runs import MatchRow, MatchRun, MatchWeights
from ksd.mapping.models.matches import Match, MatchDecision
from ksd.mapping.models.periods import Period, PeriodEvent, PeriodRegion
from ksd.mapping.models.rows import MappingRow, RowCase, RowEvent

__all__ = [
    "MappingRow",
    "Match",
    "MatchDecision",
    "MatchRow",
    "MatchRun",
    "MatchWeights",
    "Period",
    "PeriodEvent",
    "PeriodRegion",
    "RowCase",
    "RowEvent",
]
