"""What the organiser says of a follow-up: verified, returned, stopped, opened again, another day."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, StaleForm
from ksd.core.words import long_date
from meetings.duties import MOVE, REOPEN, RETURN, STOP, VERIFY, DutyStep, duty_step
from meetings.models import FollowUp, FollowUpEntry
from meetings.services.follow_ups.access import (
    lock_follow_up,
    owners_of,
    require_role,
    require_state,
    save_row,
    tell,
    write_entry,
)
from meetings.services.follow_ups.terms import watch_term
from meetings.workflow import LOCKED


@transaction.atomic
def decide(
    *,
    actor: User,
    follow_up: FollowUp,
    code: str,
    reason: str = "",
    due_on: date | None = None,
    seen_revision: int | None = None,
) -> FollowUpEntry:
    """Take one of the organiser's steps. Raises NotAllowed, ImpossibleStep, StaleForm, DomainError, ValidationError."""
    row, step = lock_follow_up(follow_up), duty_step(code)
    require_role(actor, row, step)
    require_state(row, step)
    _require_fresh(row, seen_revision)
    reason = reason.strip()
    if step.needs_reason and not reason:
        raise DomainError(
            _("Alasan wajib diisi untuk “%(step)s”.") % {"step": step.label},
            remedy=_("Tuliskan alasannya."),
            status=422,
        )
    text = _apply(row, step, reason, due_on)
    save_row(row, "state", "progress", "due_on", "done_on", "verified_on")
    entry = write_entry(row, code, actor=actor, text=text)
    watch_term(actor, row)
    tell(entry, owners_of(row))
    return entry


def _require_fresh(row: FollowUp, seen: int | None) -> None:
    if seen is not None and seen != row.revision:
        raise StaleForm(
            _("Sementara halaman ini terbuka, tindak lanjut ini berubah."),
            remedy=_("Baca laporan terakhirnya, lalu ulangi."),
        )


def _apply(row: FollowUp, step: DutyStep, reason: str, due_on: date | None) -> str:
    """Change the row as the step says; gives the words of the history."""
    if step.code == MOVE:
        return _move(row, reason, due_on)
    if step.code == REOPEN:
        _require_open_meeting(row)
    row.state = step.target
    if step.code == VERIFY:
        row.verified_on = clock.today()
    elif step.code == STOP:
        row.verified_on = None
    elif step.code in (RETURN, REOPEN):
        row.done_on = row.verified_on = None
        row.progress = _progress_before(row)
    return reason


def _move(row: FollowUp, reason: str, due_on: date | None) -> str:
    held = timezone.localtime(row.decision.meeting.starts_at).date()
    if due_on is None or due_on == row.due_on:
        raise ValidationError({"due_on": _("Isi batas waktu yang baru.")})
    if due_on < max(held, clock.today()):
        raise ValidationError({"due_on": _("Batas waktu yang baru tidak boleh sudah lewat.")})
    before = long_date(row.due_on) if row.due_on else "tanpa batas waktu"
    row.due_on = due_on
    return f"{before} → {long_date(due_on)}. {reason}"


def _progress_before(row: FollowUp) -> int:
    """What was reported last before it was called done."""
    said = row.entries.filter(progress__lt=100).order_by("-at", "-pk").values_list("progress", flat=True)
    return said.first() or 0


def _require_open_meeting(row: FollowUp) -> None:
    """Only a meeting that is still open asks for it again: its own or one it was carried into."""
    meeting = row.decision.meeting
    if meeting.state in LOCKED and not row.carries.exclude(meeting__state__in=LOCKED).exists():
        raise ImpossibleStep(
            _("“%(meeting)s” sudah selesai.") % {"meeting": meeting.title},
            remedy=_("Buka kembali rapatnya lebih dahulu."),
        )
