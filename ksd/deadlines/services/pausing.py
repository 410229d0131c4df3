"""Stopping the clock of a term while the other side holds the matter, and starting it again."""

from datetime import date, timedelta

from django.db import models, transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date
from ksd.deadlines.models import Deadline, DeadlineChange, DeadlinePause, Reminder
from ksd.deadlines.services.milestones import due_date, set_milestones


def paused_days(deadline: Deadline) -> dict[date, str]:
    """Return every day that pauses took out of a term, with the reason."""
    return {day: pause.reason for pause in deadline.pauses.all() for day in pause.days}


@transaction.atomic
def pause_deadline(
    *, actor: User | None, subject: models.Model, code: str, reason: str, on: date | None = None
) -> DeadlinePause | None:
    """Stop the clock of a running term from the end of that day; None when no such term runs.

    Raises ImpossibleStep when it stands still already or has lapsed, DomainError for a day before its cause.
    """
    row = Deadline.objects.of(subject).open().filter(code=code).select_for_update(of=("self",)).first()
    if row is None:
        return None
    day = on or clock.today()
    _refuse_pause(row, day)
    row.paused_on = day
    row.save(update_fields=["paused_on"])
    Reminder.objects.filter(deadline=row, claimed_at=None).delete()
    return DeadlinePause.objects.create(
        deadline=row, from_on=day, reason=reason.strip()[:250], paused_by=actor
    )


def _refuse_pause(row: Deadline, day: date) -> None:
    if row.paused_on:
        raise ImpossibleStep(
            _("Tenggat “%(title)s” sudah berhenti sejak %(day)s.")
            % {"title": row.title, "day": long_date(row.paused_on)},
            remedy=_("Lanjutkan dahulu sebelum menghentikannya lagi."),
        )
    if day > row.due_on:
        raise ImpossibleStep(
            _("Tenggat “%(title)s” sudah lewat pada %(day)s; tidak dapat dihentikan lagi.")
            % {"title": row.title, "day": long_date(row.due_on)},
            remedy=_("Selesaikan yang diminta tenggat itu."),
        )
    last = row.pauses.order_by("-until_on").values_list("until_on", flat=True).first()
    _not_before(day, max(filter(None, (row.base_date, last))))


def _not_before(day: date, earliest: date) -> None:
    if day < earliest:
        raise DomainError(
            _("Tanggal %(day)s mendahului %(earliest)s, saat tenggat mulai dihitung.")
            % {"day": long_date(day), "earliest": long_date(earliest)},
            remedy=_("Periksa kembali tanggalnya."),
        )


@transaction.atomic
def resume_deadline(
    *, actor: User | None, subject: models.Model, code: str, on: date | None = None
) -> Deadline | None:
    """Start the clock again: the days since the pause began do not count; None when it does not stand still."""
    rows = Deadline.objects.of(subject).open().filter(code=code, paused_on__isnull=False)
    row = rows.select_for_update(of=("self",)).first()
    if row is None or row.paused_on is None:
        return None
    day, began, before = on or clock.today(), row.paused_on, row.due_on
    _not_before(day, began)
    row.pauses.filter(until_on=None).update(until_on=day, resumed_by=actor)
    row.paused_on = None
    row.computed_on = due_date(row.base_date, row.length, row.unit, row.day_type, paused_days(row))
    if row.override_on:
        row.override_on += timedelta(days=(day - began).days)
    row.due_on = row.override_on or row.computed_on
    row.save(update_fields=["paused_on", "computed_on", "override_on", "due_on"])
    if row.due_on != before and actor is not None:
        note = f"Tenggat berhenti {long_date(began)} sampai {long_date(day)}."
        DeadlineChange.objects.create(
            deadline=row, actor=actor, from_due=before, to_due=row.due_on, reason=note
        )
    set_milestones(row)
    return row


def end_pauses(keys: list[int], actor: User | None, on: date) -> None:
    """Settle what still stands still when terms are met or cancelled."""
    for pause in DeadlinePause.objects.filter(deadline__in=keys, until_on=None):
        pause.until_on, pause.resumed_by = max(on, pause.from_on), actor
        pause.save(update_fields=["until_on", "resumed_by"])
