"""Periods of a report: semesters and years, as they are named, begun and ended."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Rhythm = Literal["semester", "year"]
_CODE = re.compile(r"(\d{4})(?:-S([12]))?")
_NUMERALS = {1: "I", 2: "II"}


@dataclass(frozen=True, order=True)
class Period:
    """A semester (2026-S2) or a year (2026); `half` is 0 for a whole year."""

    year: int
    half: int = 0

    @property
    def code(self) -> str:
        """The name in addresses and rows."""
        return f"{self.year}-S{self.half}" if self.half else str(self.year)

    @property
    def label(self) -> str:
        """The name as people read it."""
        return f"Semester {_NUMERALS[self.half]} {self.year}" if self.half else f"Tahun {self.year}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 7 if self.half == 2 else 1, 1)

    @property
    def last(self) -> date:
        """Its last day: 30 June or 31 December."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    @property
    def ends_year(self) -> bool:
        """Whether the year ends with it."""
        return self.half != 1


def period_at(rhythm: Rhythm, on: date) -> Period:
    """The period a day falls into."""
    return Period(on.year, (1 if on.month <= 6 else 2) if rhythm == "semester" else 0)


def period_named(code: str) -> Period | None:
    """The period with this name; None when there is no such name."""
    found = _CODE.fullmatch(code)
    if found is None or not 2000 <= int(found[1]) <= 2100:
        return None
    return Period(int(found[1]), int(found[2] or 0))


def periods_between(rhythm: Rhythm, since: date, until: date) -> list[Period]:
    """Every period that holds one of these days, oldest first."""
    found: list[Period] = []
    day = since
    while day <= until:
        found.append(period_at(rhythm, day))
        day = found[-1].last + timedelta(days=1)
    return found
