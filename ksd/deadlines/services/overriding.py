"""Moving a due date: by a person with a reason, or because the calendar of holidays changed."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from ksd.core.words import long_date
from ksd.deadlines.calendar import DayType
from ksd.deadlines.models import Deadline, DeadlineChange
from ksd.deadlines.services.milestones import due_date, set_milestones
from ksd.deadlines.services.pausing import paused_days

# Further than any term or agreement reaches.
LAST_YEAR = 2100


def may_override(user: User, deadline: Deadline) -> bool:
    """Tell whether a person may move this due date: by a role in one of its regions, or above them."""
    return any(may(user, "deadlines.override", region) for region in deadline.regions.all())


def require_override(user: User, deadline: Deadline) -> None:
    """Refuse whoever may not move this due date. Raises NotAllowed."""
    if not may_override(user, deadline):
        raise NotAllowed(
            _("Anda tidak berwenang menetapkan tanggal lain untuk tenggat ini."),
            remedy=_("Mintalah admin daerah Anda menetapkannya."),
        )


@transaction.atomic
def override_deadline(
    *, actor: User, deadline: Deadline, due_on: date, reason: str, seen_due_on: date | None = None
) -> Deadline:
    """Set another due date with its reason; the computed date stays visible beside it."""
    row = Deadline.objects.select_for_update(of=("self",)).get(pk=deadline.pk)
    require_override(actor, row)
    _refuse_nonsense(row, due_on, reason, seen_due_on)
    before, row.override_on, row.override_reason = row.due_on, due_on, reason.strip()
    row.overridden_by, row.due_on = actor, due_on
    row.save(update_fields=["override_on", "override_reason", "overridden_by", "due_on"])
    _note(row, actor, before, row.override_reason)
    return row


def _refuse_nonsense(row: Deadline, due_on: date, reason: str, seen_due_on: date | None) -> None:
    if not row.is_open:
        raise ImpossibleStep(
            _("Tenggat “%(title)s” sudah %(state)s; tanggalnya tidak dapat diubah lagi.")
            % {"title": row.title, "state": row.get_state_display().lower()},
        )
    if row.is_paused:
        raise ImpossibleStep(
            _("Tenggat “%s” sedang berhenti; jatuh temponya baru pasti sesudah berjalan lagi.") % row.title,
            remedy=_("Tunggu sampai pihak lain melengkapi yang diminta."),
        )
    if seen_due_on and seen_due_on != row.due_on:
        raise StaleForm(
            _("Sementara formulir ini terbuka, orang lain menetapkan jatuh tempo %s.")
            % long_date(row.due_on),
            remedy=_("Periksa tanggal yang baru, lalu putuskan apakah masih perlu diubah."),
        )
    if not reason.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tulis mengapa tanggal lain ditetapkan."))
    _refuse_day(row, due_on)


def _refuse_day(row: Deadline, due_on: date) -> None:
    if due_on < row.base_date:
        raise DomainError(
            _("Jatuh tempo tidak boleh sebelum tanggal dasar (%s).") % long_date(row.base_date),
            remedy=_("Pilih tanggal yang sama atau sesudahnya."),
        )
    if due_on.year > LAST_YEAR:
        raise DomainError(
            _("Jatuh tempo paling lambat tahun %d.") % LAST_YEAR, remedy=_("Periksa tahun yang Anda isi.")
        )
    if due_on == row.due_on:
        raise DomainError(
            _("Jatuh tempo memang sudah %s.") % long_date(due_on),
            remedy=_("Pilih tanggal lain atau batalkan."),
        )


def _note(row: Deadline, actor: User, before: date, reason: str) -> None:
    """Keep the history and move the milestones."""
    DeadlineChange.objects.create(
        deadline=row, actor=actor, from_due=before, to_due=row.due_on, reason=reason
    )
    set_milestones(row)


@transaction.atomic
def recount_deadlines(*, actor: User) -> int:
    """Count the open working-day terms anew after the holidays changed; dates set by people stay."""
    moved = 0
    rows = Deadline.objects.open().filter(day_type=DayType.WORKING, unit="day").select_for_update()
    for row in rows.order_by("pk"):
        computed = due_date(row.base_date, row.length, row.unit, row.day_type, paused_days(row))
        if computed == row.computed_on:
            continue
        before, row.computed_on = row.due_on, computed
        row.due_on = row.override_on or computed
        row.save(update_fields=["computed_on", "due_on"])
        if row.due_on != before and not row.is_paused:
            _note(row, actor, before, "Kalender hari kerja diperbarui.")
            moved += 1
    return moved
