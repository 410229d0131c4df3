"""Starting and stopping terms."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError
from ksd.deadlines.calendar import DayType, Unit
from ksd.deadlines.models import Deadline, DeadlineState, Reminder
from ksd.deadlines.services.milestones import due_date, set_milestones
from ksd.deadlines.services.pausing import end_pauses
from regions.models import Region

END_DATE_MILESTONES = (90, 60, 30, 7, 0)
TERM_MILESTONES = (7, 3, 1, 0)
# The regions a term is told to, by the name of the field that holds them.
Places = dict[str, set[int]]


@transaction.atomic
def start_deadline(
    *,
    actor: User | None,
    subject: models.Model,
    code: str,
    title: str,
    base_date: date,
    base_label: str,
    length: int,
    unit: str = Unit.DAY,
    day_type: str = DayType.CALENDAR,
    legal_basis: str = "",
    explanation: str = "",
    responsible_region: Region | None = None,
    responsible_label: str = "",
    on_lapse: str = "",
    link: str = "",
    regions: Iterable[Region] = (),
    lapse_regions: Iterable[Region] = (),
    audience: str = "agreements.answer",
    remind_days: Iterable[int] = END_DATE_MILESTONES,
) -> Deadline:
    """Start a term; the same term again changes nothing, a different one takes the place of the open one.

    `regions` are reminded of it; `lapse_regions` hear of it only once it has lapsed.
    """
    if length < 1:
        raise DomainError(
            _("Lama tenggat paling sedikit satu hari."), remedy=_("Periksa pengaturan tenggat.")
        )
    wanted: dict[str, Any] = {
        "title": title[:200],
        "legal_basis": legal_basis,
        "explanation": explanation,
        "base_date": base_date,
        "base_label": base_label,
        "length": length,
        "unit": str(unit),
        "day_type": str(day_type),
        "responsible_region": responsible_region,
        "responsible_label": responsible_label,
        "on_lapse": on_lapse,
        "link": link,
        "audience": audience,
        "remind_days": sorted(set(remind_days), reverse=True),
    }
    places = {"regions": {row.pk for row in regions}, "lapse_regions": {row.pk for row in lapse_regions}}
    running = Deadline.objects.of(subject).open().filter(code=code).select_for_update().first()
    if running and _is_same(running, wanted, places):
        return running
    if running:
        _close(Deadline.objects.filter(pk=running.pk), actor, state=DeadlineState.CANCELLED)
    return _write(actor, subject, code, wanted, places)


def _is_same(running: Deadline, wanted: dict[str, Any], places: Places) -> bool:
    """Tell whether nothing about the running term would change."""
    return all(getattr(running, name) == value for name, value in wanted.items()) and all(
        told == set(getattr(running, name).values_list("pk", flat=True)) for name, told in places.items()
    )


def _write(
    actor: User | None, subject: models.Model, code: str, wanted: dict[str, Any], places: Places
) -> Deadline:
    due = due_date(wanted["base_date"], wanted["length"], wanted["unit"], wanted["day_type"])
    deadline = Deadline.objects.create(
        content_type=ContentType.objects.get_for_model(subject),
        object_id=subject.pk,
        code=code,
        computed_on=due,
        due_on=due,
        created_by=actor,
        **wanted,
    )
    for name, told in places.items():
        getattr(deadline, name).set(told)
    set_milestones(deadline)
    return deadline


@transaction.atomic
def meet_deadline(*, actor: User | None, subject: models.Model, code: str, on: date | None = None) -> int:
    """Note that what was due has been done on that day; return how many terms this ended (0 or 1)."""
    rows = Deadline.objects.of(subject).open().filter(code=code)
    return _close(rows, actor, state=DeadlineState.MET, met_on=on or clock.today())


@transaction.atomic
def cancel_deadlines(*, actor: User | None, subject: models.Model, codes: Iterable[str] | None = None) -> int:
    """Stop the open terms of a matter, all or those named; return how many."""
    rows = Deadline.objects.of(subject).open()
    if codes is not None:
        rows = rows.filter(code__in=list(codes))
    return _close(rows, actor, state=DeadlineState.CANCELLED)


def _close(rows: models.QuerySet[Deadline], actor: User | None, **change: Any) -> int:
    """End terms and forget the milestones that had not come."""
    keys = list(rows.select_for_update().order_by("pk").values_list("pk", flat=True))
    Reminder.objects.filter(deadline__in=keys, claimed_at=None).delete()
    end_pauses(keys, actor, change.get("met_on") or clock.today())
    return Deadline.objects.filter(pk__in=keys, state=DeadlineState.OPEN).update(
        closed_by=actor, paused_on=None, **change
    )
