"""What a term counts and from which day: the law's number, or the office's answer where the law is silent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from agreements.law.schema import Term
from ksd.deadlines.calendar import add_months


@dataclass(frozen=True)
class Count:
    """A length counted from a base day; `day_type` is "calendar" or "working"."""

    base: date
    length: int
    unit: Literal["day", "month", "year"]
    day_type: str


def count_of(
    term: Term,
    on: date,
    setting: Callable[[str], str],
    previous: date | None = None,
    ends_on: date | None = None,
) -> Count:
    """How a term begun on this day is counted; `setting` answers for the office, `previous` is the last base day.

    `ends_on` is the last day of the signed text, for a term that is counted back from it.

    A term that repeats each semester or year goes on with the one after the last, so that an early report is not
    asked for again and a missed one is not passed over. Raises ValueError on an answer that cannot be counted.
    """
    match term.unit:
        case "semester" | "yearly":
            base = PERIOD_ENDS[term.unit](previous + timedelta(days=1) if previous else on)
            return Count(base, int(setting(term.due_setting)), "day", "calendar")
        case "before_end":
            return _before_end(term, on, ends_on)
        case "month" | "year" as unit:
            return Count(on, term.length, unit, "calendar")
    day_type = term.day_type or setting(term.day_setting)
    if day_type not in ("calendar", "working"):
        raise ValueError(f"jenis hari '{day_type}' tidak dikenal")
    length = int(setting(term.length_setting)) if term.length_setting else term.length
    return Count(on, max(length, 1), "day", day_type)


def _before_end(term: Term, on: date, ends_on: date | None) -> Count:
    """Days from its cause to so many months before the end; on the next day when that day has gone by."""
    if ends_on is None:
        raise ValueError(f"tenggat '{term.code}' memerlukan naskah yang berjangka waktu")
    due = add_months(ends_on, -term.length)
    return Count(on, max((due - on).days, 1), "day", "calendar")


def year_end(on: date) -> date:
    """The last day of the running year."""
    return date(on.year, 12, 31)


def semester_end(on: date) -> date:
    """The last day of the running semester: 30 June or 31 December."""
    return date(on.year, 6, 30) if on.month <= 6 else date(on.year, 12, 31)


# The end of the running period of a term that repeats.
PERIOD_ENDS: dict[str, Callable[[date], date]] = {"semester": semester_end, "yearly": year_end}
