"""The hours of an agenda: they follow from the beginning, the minutes of each item and what was fixed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from meetings.models import AgendaItem, Meeting


@dataclass(frozen=True)
class Slot:
    """One item with its hours; `early` minutes it begins before the one ahead of it is over."""

    item: AgendaItem
    starts_at: datetime
    ends_at: datetime
    early: int = 0

    @property
    def hours(self) -> str:
        """The hours as a rundown prints them: "08.00–08.15"."""
        return f"{timezone.localtime(self.starts_at):%H.%M}–{timezone.localtime(self.ends_at):%H.%M}"

    @property
    def day(self) -> date:
        """The day it begins on."""
        return timezone.localtime(self.starts_at).date()


def timetable(meeting: Meeting, items: Iterable[AgendaItem]) -> list[Slot]:
    """The hours of items in their order; a fixed hour begins anew, every other item follows the one ahead."""
    slots, cursor = [], meeting.starts_at
    for item in items:
        begins = item.starts_at or cursor
        ends = begins + timedelta(minutes=item.minutes)
        slots.append(Slot(item, begins, ends, early=_minutes(cursor - begins)))
        cursor = ends
    return slots


def overrun(meeting: Meeting, slots: list[Slot]) -> int:
    """By how many minutes the agenda goes on after the meeting should be over."""
    return _minutes(max((slot.ends_at for slot in slots), default=meeting.ends_at) - meeting.ends_at)


def _minutes(span: timedelta) -> int:
    return max(0, int(span.total_seconds() // 60))
