"""Counting days and months the way the terms are counted: the day after the base is day 1."""

from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from django.db import models
from django.utils.translation import gettext_lazy as _


class DayType(models.TextChoices):
    """Which days count."""

    CALENDAR = "calendar", _("hari kalender")
    WORKING = "working", _("hari kerja")


class Unit(models.TextChoices):
    """In what a term is measured."""

    DAY = "day", _("hari")
    MONTH = "month", _("bulan")
    YEAR = "year", _("tahun")


@dataclass(frozen=True, slots=True)
class DayStep:
    """One day on the way to the due date; number 0 means it was skipped, and why."""

    day: date
    number: int
    skipped: str


def _is_working(day: date, holidays: Collection[date]) -> bool:
    """Tell whether offices work that day (Monday to Friday, no holiday)."""
    return day.weekday() < 5 and day not in holidays


def add_days(
    base: date, n: int, day_type: str, holidays: Collection[date] = (), paused: Collection[date] = ()
) -> date:
    """Return the n-th day after the base; weekends and holidays (of working days) and paused days are skipped."""
    if day_type == DayType.CALENDAR and not paused:
        return base + timedelta(days=n)
    day = base
    while n > 0:
        day += timedelta(days=1)
        n -= day not in paused and (day_type == DayType.CALENDAR or _is_working(day, holidays))
    return day


def add_months(base: date, n: int) -> date:
    """Return the same day n months on, or the last day of a shorter month."""
    year, month = divmod(base.year * 12 + base.month - 1 + n, 12)
    return date(year, month + 1, min(base.day, monthrange(year, month + 1)[1]))


def add_term(
    base: date,
    length: int,
    unit: str,
    day_type: str,
    holidays: Collection[date] = (),
    *,
    paused: Collection[date] = (),
) -> date:
    """Return the last day of a term of days, months or years; a paused month grows by its paused days."""
    if unit == Unit.DAY:
        return add_days(base, length, day_type, holidays, paused)
    end = add_months(base, length * (12 if unit == Unit.YEAR else 1))
    return add_days(base, (end - base).days, DayType.CALENDAR, (), paused)


def days_of_pause(start: date, end: date) -> set[date]:
    """Return the days a pause takes out: from the day after it began, up to and with the day it ended."""
    return {start + timedelta(days=n) for n in range(1, (end - start).days + 1)}


def working_days_between(start: date, end: date, holidays: Collection[date] = ()) -> int:
    """Return how many working days lie after the start, up to and with the end."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(_is_working(day, holidays) for day in days)


def count_day_by_day(
    base: date,
    until: date,
    day_type: str,
    holidays: dict[date, str],
    paused: Mapping[date, str] = MappingProxyType({}),
) -> list[DayStep]:
    """Return every day from the day after the base to the end, with its number or why it was skipped."""
    steps, number = [], 0
    for offset in range(1, (until - base).days + 1):
        day = base + timedelta(days=offset)
        closed = "" if day_type == DayType.CALENDAR else why_skipped(day, holidays)
        skipped = paused.get(day, closed)
        number += not skipped
        steps.append(DayStep(day, 0 if skipped else number, skipped))
    return steps


def why_skipped(day: date, holidays: dict[date, str]) -> str:
    """Return why offices are closed that day, or nothing when they work."""
    if day in holidays:
        return holidays[day]
    return "" if day.weekday() < 5 else ("Sabtu", "Minggu")[day.weekday() - 5]
