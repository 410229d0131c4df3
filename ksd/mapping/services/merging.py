"""Merging duplicates: one row is kept, the others stay readable in their region's voice, and come back when undone."""

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, StaleForm
from ksd.deadlines.services import notify
from ksd.mapping.choices import RowState, side_of
from ksd.mapping.models import MappingRow, Period, RowApart
from ksd.mapping.services.access import FILL, lock_period, lock_row, require_manager, write_row_event
from ksd.mapping.services.triage import require_counted, require_running, spoken_time


@transaction.atomic
def merge_rows(
    *, actor: User, keep: MappingRow, merged: MappingRow, reason: str, seen: tuple[int, int] | None = None
) -> None:
    """Let one row stand for another that says the same; `seen` are the wordings (kept, merged) that were compared.

    Raises NotAllowed, ImpossibleStep, StaleForm for a row reworded meanwhile, DomainError (422) for two that cannot be one.
    """
    _open_period(keep.period, actor)
    keep, merged = _lock_both(keep, merged)
    for row in (keep, merged):
        _require_free(row)
    if seen is not None and seen != (keep.revision, merged.revision):
        raise StaleForm(
            _("Salah satu baris diubah daerahnya setelah Anda membandingkannya."),
            remedy=_("Baca lagi kedua baris, lalu gabungkan bila tetap sama."),
        )
    _require_one_matter(keep, merged)
    if merged.merged.exists():
        raise ImpossibleStep(
            _("“%s” sudah menampung baris lain.") % merged,
            remedy=_("Pertahankan baris itu, atau lepaskan dahulu baris yang digabung ke sana."),
        )
    _require_reason(reason)
    merged.state, merged.merged_into, merged.updated_at = RowState.DIGABUNG, keep, clock.now()
    merged.save(update_fields=["state", "merged_into", "updated_at"])
    keep.updated_at = merged.updated_at
    keep.save(update_fields=["updated_at"])
    write_row_event(merged, actor, f"Digabung ke “{keep.title}” ({keep.region})"[:160], reason=reason)
    write_row_event(keep, actor, f"Menampung “{merged.title}” ({merged.region})"[:160], reason=reason)
    _tell(merged, actor, _("Baris pemetaan digabung: %s") % merged.title, reason)


@transaction.atomic
def unmerge_row(*, actor: User, row: MappingRow, reason: str) -> None:
    """Let a merged row speak for itself again, until the period is agreed. Raises NotAllowed, ImpossibleStep."""
    _open_period(row.period, actor)
    row = lock_row(row)
    kept = row.merged_into
    if row.state != RowState.DIGABUNG or kept is None:
        raise ImpossibleStep(
            _("Baris “%s” tidak sedang digabung.") % row, remedy=_("Muat ulang halaman barisnya.")
        )
    _require_reason(reason)
    row.state, row.merged_into, row.updated_at = RowState.DIKIRIM, None, clock.now()
    row.save(update_fields=["state", "merged_into", "updated_at"])
    write_row_event(row, actor, f"Dilepas dari “{kept.title}” ({kept.region})"[:160], reason=reason)
    write_row_event(kept, actor, f"Melepas “{row.title}” ({row.region})"[:160], reason=reason)
    _tell(row, actor, _("Penggabungan baris pemetaan dibatalkan: %s") % row.title, reason)


@transaction.atomic
def set_apart(*, actor: User, one: MappingRow, other: MappingRow, reason: str = "") -> RowApart:
    """Note that two rows are different matters, so that they are proposed no more. Raises NotAllowed, ImpossibleStep."""
    _open_period(one.period, actor)
    first, second = sorted(_lock_both(one, other), key=lambda row: row.pk)
    for row in (first, second):
        _require_free(row)
    made, new = RowApart.objects.get_or_create(
        first=first, second=second, defaults={"created_by": actor, "reason": reason.strip()}
    )
    if new:
        write_row_event(first, actor, f"Bukan duplikat dari “{second.title}”"[:160], reason=reason)
        write_row_event(second, actor, f"Bukan duplikat dari “{first.title}”"[:160], reason=reason)
    return made


def _open_period(period: Period, actor: User) -> None:
    locked = lock_period(period)
    require_manager(actor, locked.region)
    require_running(locked)


def _lock_both(one: MappingRow, other: MappingRow) -> tuple[MappingRow, MappingRow]:
    """Both rows locked in the order of their keys, so that two merges the other way round wait for each other."""
    if one.pk == other.pk or one.period_id != other.period_id:
        raise DomainError(
            _("Yang digabung dua baris berbeda dari periode yang sama."),
            remedy=_("Pilih dua baris dari halaman konsolidasi."),
            status=422,
        )
    locked = {pk: lock_row(MappingRow(pk=pk)) for pk in sorted((one.pk, other.pk))}
    return locked[one.pk], locked[other.pk]


def _require_free(row: MappingRow) -> None:
    """Refuse a row another person merged first, by name. Raises ImpossibleStep."""
    if row.state == RowState.DIGABUNG and row.merged_into:
        last = row.events.select_related("actor").first()
        who = last.actor.get_full_name() if last else "–"
        at = spoken_time(last.at) if last else "–"
        words = {"row": row, "kept": row.merged_into, "who": who, "at": at}
        raise ImpossibleStep(
            _("“%(row)s” sudah digabung ke “%(kept)s” oleh %(who)s pada %(at)s.") % words,
            remedy=_("Muat ulang daftar duplikat; lepaskan dahulu bila penggabungan itu keliru."),
        )
    require_counted(row)


def _require_one_matter(keep: MappingRow, merged: MappingRow) -> None:
    if side_of(keep.kind) != side_of(merged.kind):
        raise DomainError(
            _("Kebutuhan dan potensi yang serupa bukan duplikat, melainkan calon pasangan."),
            remedy=_("Lihat keduanya pada daftar pasangan."),
            status=422,
        )


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise DomainError(
            _("Alasan belum diisi."), remedy=_("Tuliskan mengapa, agar daerahnya mengerti."), status=422
        )


def _tell(row: MappingRow, actor: User, title: str, reason: str) -> None:
    people = recipients([row.region_id], permissions=[FILL]).exclude(pk=actor.pk)
    key = f"gabung-pemetaan-{row.pk}-{row.events.count()}"
    link = row.get_absolute_url()
    notify(users=people, key=key, kind="mapping", title=title, body=reason[:500], link=link)
