"""How a term stands today: what is left of it in its own kind of days, who has to act, who is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ksd.core import clock
from ksd.deadlines.calendar import DayType, Unit, working_days_between
from ksd.deadlines.models import Deadline, Holiday


@dataclass(frozen=True, slots=True)
class Standing:
    """A term with its countdown in calendar or working days; `label` is its name on the page."""

    term: Deadline
    label: str
    left: int
    countdown: str

    @property
    def who(self) -> str:
        """Who has to act within the term."""
        return self.term.responsible_label or str(self.term.responsible_region or "")

    @property
    def late(self) -> str:
        """Who is late; nobody while the term runs."""
        return self.who if self.term.is_overdue else ""


def standings(terms: Iterable[tuple[str, Deadline]]) -> list[Standing]:
    """Each named term as it stands today, in one query for the holidays of all of them."""
    rows = list(terms)
    today = clock.today()
    working = [term for _label, term in rows if _counts_working_days(term)]
    days = [day for term in working for day in (term.due_on, term.paused_on or today)]
    holidays = Holiday.objects.between(min(days), max(days)) if days else {}
    return [_standing(label, term, today, holidays) for label, term in rows]


def _counts_working_days(term: Deadline) -> bool:
    return term.is_open and term.unit == Unit.DAY and term.day_type == DayType.WORKING


def _standing(label: str, term: Deadline, today: date, holidays: dict[date, str]) -> Standing:
    if not _counts_working_days(term):
        return Standing(term, label, term.days_left, term.countdown)
    left = working_days_left(term, term.paused_on or today, holidays)
    return Standing(term, label, left, _in_words(term, left))


def working_days_left(term: Deadline, today: date, holidays: dict[date, str]) -> int:
    """Working days until the term ends; negative when it has passed."""
    if term.due_on >= today:
        return working_days_between(today, term.due_on, holidays)
    return -working_days_between(term.due_on, today, holidays)


def _in_words(term: Deadline, left: int) -> str:
    words = {"days": abs(left)}
    if term.is_paused:
        return _("berhenti, sisa %(days)s hari kerja") % words
    if term.days_left < 0:
        return _("terlewat %(days)s hari kerja") % words
    return _("tinggal %(days)s hari kerja") % words if term.days_left else _("hari ini")
