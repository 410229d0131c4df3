"""A region writes what it has and lacks: every act on a row, kept in its history."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.access import AnyUser
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.files import DOCUMENTS, store_upload
from ksd.mapping.choices import RowState
from ksd.mapping.models import MappingRow, Period
from ksd.mapping.services.access import (
    answer_of,
    lock_period,
    lock_row,
    may_fill,
    may_manage,
    require_filler,
    require_open,
    require_unsent,
    write_row_event,
)
from ksd.mapping.services.row_clashes import changes_of
from ksd.mapping.services.row_words import MANY, PLAIN, label_of, wordings
from regions.models import Region

CHANGED = "Diubah"
# What one person writes within this time is one line of the history.
ONE_SITTING = timedelta(minutes=10)
ALIVE = (RowState.DRAF, RowState.DIKIRIM)


@transaction.atomic
def create_row(
    *,
    actor: User,
    period: Period,
    region: Region,
    values: dict[str, Any],
    label: str = "Ditulis",
    **facts: Any,
) -> MappingRow:
    """Write a new row as a draft of its region. Raises NotAllowed, ImpossibleStep, DomainError or ValidationError."""
    kept = lock_period(period)
    require_filler(actor, region)
    require_open(kept)
    require_unsent(answer_of(kept, region))
    row = MappingRow(period=kept, region=region, created_by=actor, **facts)
    _put(row, values)
    row.save()
    for name in MANY:
        getattr(row, name).set(values.get(name, ()))
    write_row_event(row, actor, label)
    return row


def _put(row: MappingRow, values: dict[str, Any]) -> None:
    """Set the plain fields and hold them against what a row can be."""
    for name, value in values.items():
        if name in PLAIN:
            setattr(row, name, value)
    _require_own(row, values)
    names = {field.name for field in row._meta.concrete_fields}
    row.clean_fields(exclude=names - (set(values) & set(PLAIN)) | {"region", "period"})


def _require_own(row: MappingRow, values: dict[str, Any]) -> None:
    """Offices and goals are those of the region; it is not its own partner. Raises DomainError."""
    foreign = (
        [label_of("office")] if row.office_id and row.office and row.office.region_id != row.region_id else []
    )
    if any(goal.region_id != row.region_id for goal in values.get("goals", ())):
        foreign.append(label_of("goals"))
    if foreign:
        raise DomainError(
            _("Bukan milik %(region)s: %(fields)s.") % {"region": row.region, "fields": ", ".join(foreign)},
            remedy=_("Pilih dari daftar daerah itu sendiri."), status=422,
        )  # fmt: skip
    if row.partner_region_id == row.region_id:
        raise DomainError(
            _("Daerah tidak dapat menjadi calon mitra bagi dirinya sendiri."),
            remedy=_("Pilih daerah lain, atau kosongkan calon mitra."), status=422,
        )  # fmt: skip


def _writable(actor: User, row: MappingRow) -> MappingRow:
    """The row locked for its region to write. Raises NotAllowed or ImpossibleStep."""
    period = lock_period(row.period)
    kept = lock_row(row)
    require_filler(actor, kept.region)
    require_open(period)
    _require_alive(kept)
    require_unsent(answer_of(period, kept.region))
    return kept


def _require_alive(row: MappingRow) -> None:
    if row.state not in ALIVE:
        raise ImpossibleStep(
            _("Baris ini sudah %(state)s dan tidak dapat diubah.")
            % {"state": row.get_state_display().lower()},
            remedy=_("Tulis baris baru; yang Anda tulis masih ada di layar."),
        )


@transaction.atomic
def change_row(*, actor: User, row: MappingRow, values: dict[str, Any], seen_revision: int) -> MappingRow:
    """Change some fields of a row. Raises NotAllowed, ImpossibleStep, RowChanged, DomainError or ValidationError."""
    kept = _writable(actor, row)
    changes = changes_of(kept, values, seen_revision)
    if not changes:
        return kept
    before = wordings(kept, changes)
    _put(kept, changes)
    kept.revision += 1
    kept.updated_at = clock.now()
    kept.save()
    for name in set(changes) & set(MANY):
        getattr(kept, name).set(changes[name])
    _note_change(kept, actor, before)
    return kept


def _note_change(row: MappingRow, actor: User, before: dict[str, str]) -> None:
    """One line for one sitting of one person: a draft is saved with every pause."""
    last = row.events.order_by("-pk").first()
    same = last and last.actor_id == actor.pk and last.label == CHANGED and not last.reason
    if last is None or not same or last.at < clock.now() - ONE_SITTING:
        write_row_event(row, actor, CHANGED, before=dict(before))
        return
    last.before = before | last.before
    last.revision, last.at = row.revision, clock.now()
    last.save(update_fields=["before", "revision", "at"])


def require_writable(row: MappingRow) -> None:
    """Refuse to show a form that could not be sent. Raises ImpossibleStep."""
    require_open(row.period)
    _require_alive(row)
    for answer in row.period.answers.filter(region_id=row.region_id).select_related("region"):
        require_unsent(answer)


def may_write(user: AnyUser, row: MappingRow) -> bool:
    """Whether a person may change this row as things stand; the act asks again."""
    sent = row.period.answers.filter(region_id=row.region_id, submitted_at=None)
    return may_fill(user, row.region) and row.period.is_open and row.state in ALIVE and sent.exists()


def may_withdraw(user: AnyUser, row: MappingRow) -> bool:
    """Whether a person may withdraw this row: its region while it may write, who leads until it is agreed."""
    return row.state in ALIVE and (
        may_write(user, row) or (may_manage(user, row.period) and not row.period.is_over)
    )


@transaction.atomic
def withdraw_row(*, actor: User, row: MappingRow, reason: str) -> MappingRow:
    """Take a row out of the mapping; it stays readable with its reason. Raises NotAllowed, ImpossibleStep or DomainError."""
    period = lock_period(row.period)
    kept = lock_row(row)
    if not may_manage(actor, period) or period.is_over:
        kept = _writable(actor, kept)
    _require_alive(kept)
    if kept.merged.exists():
        raise ImpossibleStep(
            _("Baris ini menampung baris lain yang digabung ke dalamnya."),
            remedy=_("Lepaskan gabungannya dahulu, lalu tarik barisnya."),
        )
    if not reason.strip():
        raise DomainError(
            _("Alasan wajib diisi untuk menarik baris."), remedy=_("Tuliskan alasannya."), status=422
        )
    kept.state = RowState.DITARIK
    kept.revision += 1
    kept.updated_at = clock.now()
    kept.save(update_fields=["state", "revision", "updated_at"])
    write_row_event(kept, actor, "Ditarik", reason=reason)
    return kept


@transaction.atomic
def attach_evidence(*, actor: User, row: MappingRow, upload: "UploadedFile[Any] | None") -> MappingRow:
    """Lay a file beside the figure, or take it away (None); earlier files stay in the store."""
    kept = _writable(actor, row)
    old = kept.evidence_file
    kept.evidence_file = (
        store_upload(upload=upload, actor=actor, kind="mapping.evidence", accept=DOCUMENTS)
        if upload
        else None
    )
    kept.revision += 1
    kept.updated_at = clock.now()
    kept.save(update_fields=["evidence_file", "revision", "updated_at"])
    label = "Berkas bukti diunggah" if upload else "Berkas bukti dilepas"
    write_row_event(kept, actor, label, before={"evidence_file": old.name if old else ""})
    return kept
