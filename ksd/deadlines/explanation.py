"""Why a deadline falls on its day, told so that anybody can count after it."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from ksd.core.words import long_date, terbilang
from ksd.deadlines.calendar import DayStep, DayType, Unit, count_day_by_day
from ksd.deadlines.models import Deadline, DeadlinePause, Holiday

# Longer terms are explained in a sentence only; nobody counts a year on their fingers.
MAX_DAYS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Explanation:
    """The count in a sentence, day by day, the days left out, and the years whose holidays are unknown."""

    sentence: str
    steps: list[DayStep]
    skipped: list[DayStep]
    missing_years: list[int]
    pauses: list[str]


def explain(deadline: Deadline) -> Explanation:
    """Tell how the computed date came about."""
    steps: list[DayStep] = []
    pauses = list(deadline.pauses.all())
    paused = {day: pause.reason for pause in pauses for day in pause.days}
    span = (deadline.computed_on - deadline.base_date).days
    working = deadline.unit == Unit.DAY and deadline.day_type == DayType.WORKING
    if deadline.unit == Unit.DAY and 0 < span <= MAX_DAYS_SHOWN:
        holidays = Holiday.objects.between(deadline.base_date, deadline.computed_on)
        steps = count_day_by_day(
            deadline.base_date, deadline.computed_on, deadline.day_type, holidays, paused
        )
    return Explanation(
        sentence=_sentence(deadline),
        steps=steps,
        skipped=[step for step in steps if step.skipped],
        missing_years=_missing_years(deadline) if working else [],
        pauses=[_pause(pause) for pause in pauses],
    )


def _pause(pause: DeadlinePause) -> str:
    words = {"from": long_date(pause.from_on), "reason": pause.reason, "days": len(pause.days)}
    if pause.until_on is None:
        return _("Hitungan berhenti sejak %(from)s: %(reason)s. Hari sesudahnya belum dihitung.") % words
    words["until"] = long_date(pause.until_on)
    return _("Hitungan berhenti %(from)s sampai %(until)s (%(days)s hari): %(reason)s.") % words


def _sentence(deadline: Deadline) -> str:
    words = {
        "length": deadline.length,
        "words": terbilang(deadline.length),
        "unit": deadline.get_day_type_display() if deadline.unit == Unit.DAY else deadline.get_unit_display(),
        "base": long_date(deadline.base_date),
        "event": deadline.base_label,
        "first": long_date(deadline.base_date + timedelta(days=1)),
        "due": long_date(deadline.computed_on),
    }
    if deadline.unit != Unit.DAY:
        return (
            _(
                "%(length)s (%(words)s) %(unit)s sejak %(base)s (%(event)s), berakhir pada tanggal yang sama: %(due)s."
            )
            % words
        )
    return (
        _(
            "%(length)s (%(words)s) %(unit)s sejak %(base)s (%(event)s); "
            "hari pertama dihitung pada hari sesudahnya. Hari terakhir: %(due)s."
        )
        % words
    )


def _missing_years(deadline: Deadline) -> list[int]:
    years = range(deadline.base_date.year, deadline.computed_on.year + 1)
    return sorted(set(years) - Holiday.objects.years())
