"""What a term counts and from which day: the law's number, or the office's answer where the law is silent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from agreements.law.schema import Term


@dataclass(frozen=True)
class Count:
    """A length counted from a base day; `day_type` is "calendar" or "working"."""

    base: date
    length: int
    unit: Literal["day", "month", "year"]
    day_type: str


def count_of(term: Term, on: date, setting: Callable[[str], str], previous: date | None = None) -> Count:
    """How a term begun on this day is counted; `setting` answers for the office, `previous` is the last base day.

    A term that repeats each semester goes on with the semester after the last one, so that an early report is not
    asked for again and a missed semester is not passed over. Raises ValueError on an answer that cannot be counted.
    """
    if term.unit == "semester":
        base = semester_end(previous + timedelta(days=1) if previous else on)
        return Count(base, int(setting(term.due_setting)), "day", "calendar")
    if term.unit != "day":
        return Count(on, term.length, term.unit, "calendar")
    day_type = term.day_type or setting(term.day_setting)
    if day_type not in ("calendar", "working"):
        raise ValueError(f"jenis hari '{day_type}' tidak dikenal")
    return Count(on, term.length, "day", day_type)


def semester_end(on: date) -> date:
    """The last day of the running semester: 30 June or 31 December."""
    return date(on.year, 6, 30) if on.month <= 6 else date(on.year, 12, 31)
