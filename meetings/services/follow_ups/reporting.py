"""Reporting how far a follow-up has come: by the owner, by the organiser for it, or through a link without an account."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.files import DOCUMENTS, store_bytes, store_upload
from ksd.core.models import StoredFile
from ksd.core.uploads import recognise
from meetings.duties import FINISH, DutyStep, report_step
from meetings.models import ActLink, FollowUp, FollowUpEntry
from meetings.services.follow_ups.access import (
    judges_of,
    lock_follow_up,
    owners_of,
    require_role,
    require_state,
    save_row,
    tell,
    write_entry,
)
from meetings.services.follow_ups.terms import watch_term
from meetings.services.links import use_link

EVIDENCE = "bukti-tindak-lanjut"


@dataclass(frozen=True, kw_only=True)
class ReportData:
    """What a report says; hundred percent means done."""

    progress: int
    text: str
    obstacle: str = ""
    upload: "UploadedFile[Any] | None" = None


@transaction.atomic
def report(*, actor: User, follow_up: FollowUp, data: ReportData, key: str = "") -> FollowUpEntry:
    """Report progress, an obstacle, or that it is done; the same key again gives the first report.

    Raises NotAllowed, ImpossibleStep, or ValidationError by field.
    """
    row, step = lock_follow_up(follow_up), report_step(data.progress)
    require_role(actor, row, step)
    told = _told_before(row, key)
    return told or _write(row, step, data, actor=actor, name=str(actor), key=key)


@transaction.atomic
def report_by_link(*, link: ActLink, name: str, data: ReportData, key: str) -> FollowUpEntry:
    """The one report a link is for; sent again with its key it is the same report. Raises as `report`, for a dead link too."""
    if link.follow_up is None:
        raise ValueError("a link of another act")
    row = lock_follow_up(link.follow_up)
    told = _told_before(row, key)
    if told:
        return told
    use_link(link)
    entry = _write(
        row,
        report_step(data.progress),
        data,
        actor=None,
        name=f"{name.strip()[:130]} (lewat tautan)",
        key=key,
    )
    tell(entry, owners_of(row))
    return entry


def _told_before(follow_up: FollowUp, key: str) -> FollowUpEntry | None:
    return follow_up.entries.filter(key=key).first() if key else None


def _write(
    row: FollowUp, step: DutyStep, data: ReportData, *, actor: User | None, name: str, key: str
) -> FollowUpEntry:
    require_state(row, step)
    _check(data)
    row.state, row.progress, row.obstacle = step.target or row.state, data.progress, data.obstacle.strip()
    row.done_on = clock.today() if step.code == FINISH else None
    save_row(row, "state", "progress", "obstacle", "done_on")
    entry = write_entry(
        row,
        step.code,
        actor=actor,
        name=name,
        text=data.text.strip(),
        obstacle=row.obstacle,
        file=_stored(data.upload, actor),
        key=key,
    )
    watch_term(actor, row)
    if step.code == FINISH:
        tell(entry, judges_of(row))
    return entry


def _check(data: ReportData) -> None:
    """A report says something, and how far it has come."""
    if not 0 <= data.progress <= 100:
        raise ValidationError({"progress": _("Kemajuan 0 sampai 100 persen.")})
    if not data.text.strip():
        raise ValidationError({"text": _("Tuliskan apa yang sudah dikerjakan atau mengapa belum.")})


def _stored(upload: "UploadedFile[Any] | None", actor: User | None) -> StoredFile | None:
    """The evidence, looked into and kept; who has no account leaves no name on the file."""
    if upload is None:
        return None
    if actor is not None:
        return store_upload(upload=upload, actor=actor, kind=EVIDENCE, accept=DOCUMENTS)
    kind = recognise(upload, DOCUMENTS)
    upload.seek(0)
    return store_bytes(
        content=upload.read(), name=upload.name or "bukti", content_type=kind.content_type, kind=EVIDENCE
    )
