"""The calendar of meetings: the weeks of a month, and the days of a list."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from ksd.core import clock
from ksd.deadlines.calendar import add_months
from ksd.deadlines.models import Holiday
from meetings.models import Meeting

FIRST, LAST = 2000, 2100
LISTED_MONTHS = 3
MOST = 500


@dataclass(frozen=True)
class Day:
    """One day with its meetings; `closed` says why offices are closed."""

    day: date
    inside: bool
    closed: str = ""
    meetings: list[Meeting] = field(default_factory=list)

    @property
    def is_today(self) -> bool:
        """Whether it is today."""
        return self.day == clock.today()


@dataclass(frozen=True)
class Span:
    """The days a page shows: a month filled up to whole weeks, or some months from the first of one."""

    month: date
    first: date
    last: date

    @property
    def before(self) -> str:
        """The month before, as the address says it."""
        return f"{add_months(self.month, -1):%Y-%m}"

    @property
    def after(self) -> str:
        """The month after."""
        return f"{add_months(self.month, 1):%Y-%m}"


def month_asked(text: str) -> date:
    """The first day of the month an address asks for ("2026-11"); this month's where it makes no sense."""
    year, _dash, month = text.partition("-")
    plain = text.isascii() and year.isdecimal() and month.isdecimal() and len(text) == 7
    if plain and FIRST < int(year) < LAST and 1 <= int(month) <= 12:
        return date(int(year), int(month), 1)
    return clock.today().replace(day=1)


def weeks_span(month: date) -> Span:
    """A month from Monday to Sunday."""
    end = add_months(month, 1) - timedelta(days=1)
    return Span(month, month - timedelta(days=month.weekday()), end + timedelta(days=6 - end.weekday()))


def list_span(month: date) -> Span:
    """Some months from this one on."""
    return Span(month, month, add_months(month, LISTED_MONTHS) - timedelta(days=1))


def edges(span: Span) -> tuple[datetime, datetime]:
    """The first moment of a span and the first after it."""
    return _midnight(span.first), _midnight(span.last + timedelta(days=1))


def days_of(span: Span, meetings: Iterable[Meeting]) -> list[Day]:
    """Every day of a span with its meetings and holidays; one query for the holidays."""
    holidays = Holiday.objects.between(span.first, span.last)
    count = (span.last - span.first).days + 1
    days = [span.first + timedelta(days=number) for number in range(count)]
    rows = {day: Day(day, day.month == span.month.month, holidays.get(day, "")) for day in days}
    for meeting in meetings:
        for day in _days_of_meeting(meeting, span):
            rows[day].meetings.append(meeting)
    return list(rows.values())


def _days_of_meeting(meeting: Meeting, span: Span) -> list[date]:
    first = max(timezone.localtime(meeting.starts_at).date(), span.first)
    last = min(timezone.localtime(meeting.ends_at).date(), span.last)
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
