"""The silent are reminded: by the daily sweep before and after the deadline, or by hand; once a day at most."""

from collections.abc import Iterable
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.words import long_date
from ksd.deadlines.models import Deadline
from ksd.deadlines.nearness import how_near
from ksd.deadlines.services import Matter, matter_source
from ksd.mapping.choices import PeriodState
from ksd.mapping.law.practice import reminder_habit
from ksd.mapping.models import Period, PeriodRegion
from ksd.mapping.services.access import FILL, lock_period, require_manager, require_open, write_event
from ksd.mapping.services.telling import tell_participants
from ksd.mapping.services.terms import TERM, start_term


def _silent() -> "QuerySet[PeriodRegion]":
    """Answers still owed to an open period, kept from others until told."""
    rows = PeriodRegion.objects.filter(submitted_at=None, period__state=PeriodState.DIBUKA)
    return rows.select_related("period", "region").select_for_update(of=("self",))


@matter_source
def silent_regions(day: date) -> Iterable[Matter]:
    """Who is reminded on this day; a sweep that was down catches up, a second one finds nothing left.

    A region nobody can be told of stays unclaimed until it has somebody.
    """
    due = [row for row in _silent().filter(period__deadline__isnull=False) if _is_due(row, day)]
    running = _terms(due)
    matters: list[Matter] = []
    for answer in due:
        term = running.get(answer.pk) or start_term(None, answer)
        told = [_matter(answer, term, user, day) for user in _fillers(answer) if term]
        if told:
            answer.reminded_on = day
            answer.save(update_fields=["reminded_on"])
        matters += told
    return matters


def _is_due(answer: PeriodRegion, day: date) -> bool:
    assert answer.period.deadline is not None  # noqa: S101  the query asked for it
    last = reminder_habit().last_day(answer.period.deadline, day)
    return last is not None and (answer.reminded_on is None or answer.reminded_on < last)


def _terms(answers: Iterable[PeriodRegion]) -> dict[int, Deadline]:
    kind = ContentType.objects.get_for_model(PeriodRegion)
    keys = [answer.pk for answer in answers]
    rows = Deadline.objects.open().filter(content_type=kind, code=TERM, object_id__in=keys)
    return {row.object_id: row for row in rows}


def _fillers(answer: PeriodRegion) -> Iterable[User]:
    return recipients([answer.region_id], permissions=[FILL])


def _matter(answer: PeriodRegion, term: Deadline, user: User, day: date) -> Matter:
    text = _(
        "Isian pemetaan %(region)s untuk “%(period)s” belum dikirim: %(near)s (batas waktu %(date)s)"
    ) % {
        "region": answer.region,
        "period": answer.period,
        "near": how_near(term.due_on, day),
        "date": long_date(term.due_on),
    }
    return Matter(user, term, text, term.page)


@transaction.atomic
def remind_silent(*, actor: User, period: Period) -> int:
    """Remind by hand those who have not answered and were not reminded today; how many regions."""
    kept = lock_period(period)
    require_manager(actor, kept.region)
    require_open(kept)
    today = clock.today()
    fresh = Q(reminded_on=None) | Q(reminded_on__lt=today)
    rows = list(_silent().filter(period=kept).filter(fresh))
    if not rows:
        return 0
    until = _("Batas waktu: %s.") % long_date(kept.deadline) if kept.deadline else ""
    tell_participants(
        kept, "diingatkan", _("Isian pemetaan daerah Anda belum dikirim: %s") % kept,
        body=until, regions=[row.region_id for row in rows],
    )  # fmt: skip
    PeriodRegion.objects.filter(pk__in=[row.pk for row in rows]).update(reminded_on=today)
    write_event(kept, actor, f"{len(rows)} daerah yang belum menjawab diingatkan")
    return len(rows)
