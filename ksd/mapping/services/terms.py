"""The term of every region that has not answered; it stands on their calendars until they have."""

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.deadlines.models import Deadline
from ksd.deadlines.services import cancel_deadlines, meet_deadline, start_deadline
from ksd.mapping.models import Period, PeriodRegion
from ksd.mapping.services.access import FILL

TERM = "pengisian_pemetaan"


def start_term(actor: User | None, answer: PeriodRegion) -> Deadline | None:
    """Let the term of one region run to the deadline of its period; None without a deadline."""
    period, region = answer.period, answer.region
    if period.deadline is None:
        return None
    base = min(clock.today(), period.deadline - timedelta(days=1))
    deadline = start_deadline(
        actor=actor,
        subject=answer,
        code=TERM,
        title=_("Isian pemetaan %(region)s: %(period)s") % {"region": region, "period": period},
        base_date=base,
        base_label=_("Pengisian dibuka"),
        length=(period.deadline - base).days,
        responsible_region=region,
        link=reverse("mapping:filling", args=[period.public_id, region.code]),
        regions=[region],
        audience=FILL,
        remind_days=(),
    )
    # Reminding is the daily sweep's: it knows who was reminded by hand.
    deadline.reminders.all().delete()
    return deadline


def start_terms(actor: User | None, period: Period) -> int:
    """Let the terms of all who have not answered run; how many."""
    silent = period.answers.filter(submitted_at=None).select_related("region")
    rows = list(silent)
    for answer in rows:
        answer.period = period
        start_term(actor, answer)
    return len(rows)


def meet_term(actor: User, answer: PeriodRegion) -> None:
    """Note that a region has answered."""
    meet_deadline(actor=actor, subject=answer, code=TERM)


def drop_term(actor: User, answer: PeriodRegion) -> None:
    """Stop the term of a region that is no longer asked; it keeps its line, not the way to a page that is gone."""
    cancel_deadlines(actor=actor, subject=answer, codes=[TERM])
    Deadline.objects.of(answer).filter(code=TERM).update(link="")


def stop_terms(actor: User, period: Period) -> None:
    """Stop the terms of all who have not answered: there is nothing left to fill in."""
    for answer in period.answers.filter(submitted_at=None):
        cancel_deadlines(actor=actor, subject=answer, codes=[TERM])
