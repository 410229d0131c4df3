"""Documents of a segment: put in, withdrawn, said to be missing with the reason."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import PaperKind
from boundaries.law import ChecklistItem, checklist
from boundaries.models import MissingPaper, Segment, SegmentPaper
from boundaries.services.checks import kept_file, locked, require_day, require_voice, words
from boundaries.services.traces import trace
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from regions.models import Region


@transaction.atomic
def add_paper(
    *, actor: User, segment: Segment, kind: str, title: str, number: str = "", on: date | None = None,
    region: Region | None = None, upload: "UploadedFile[Any] | None" = None, confidential: bool = False,
    note: str = "",
) -> SegmentPaper:  # fmt: skip
    """Keep a document of one side, or (region: none, the Biro only) of both. Raises NotAllowed, DomainError."""
    row = locked(segment)
    require_voice(actor, row, _own(row, region))
    if kind not in PaperKind.values:
        raise DomainError(_("Jenis dokumen tidak dikenal."), remedy=_("Pilih dari daftar."), status=422)
    if on is not None:
        require_day(on)
    paper = SegmentPaper(
        segment=row, kind=kind, title=words(title, _("Isi judul dokumen.")), number=number.strip(), on=on,
        region=region, confidential=confidential, note=words(note, "", required=False), added_by=actor,
    )  # fmt: skip
    paper.full_clean(exclude=["segment", "region", "added_by"])
    paper.file = kept_file(upload, actor)
    paper.save()
    _drop_missing(row, kind, region)
    trace(
        actor=actor, segment=row, label=f"Dokumen ditambahkan: {paper.get_kind_display()}", detail=str(paper)
    )
    return paper


def _own(segment: Segment, region: Region | None) -> Region | None:
    """The side a paper is handed in by. Raises DomainError for a region that is none of the two."""
    if region is not None and region not in segment.sides:
        raise DomainError(
            _("%(region)s bukan pihak segmen ini.") % {"region": region},
            remedy=_("Pilih salah satu dari kedua daerah, atau milik bersama."),
            status=422,
        )
    return region


def _drop_missing(segment: Segment, kind: str, region: Region | None) -> None:
    """What was said to be missing is there now."""
    items = [item.code for item in checklist() if item.kind == kind]
    rows = MissingPaper.objects.filter(segment=segment, item__in=items)
    (rows.filter(region__in=[region]) if region else rows).delete()


@transaction.atomic
def withdraw_paper(*, actor: User, paper: SegmentPaper, reason: str) -> SegmentPaper:
    """Take a document out of the list; it stays readable where something rests on it. Raises NotAllowed, ImpossibleStep."""
    row = SegmentPaper.objects.select_for_update(of=("self",)).get(pk=paper.pk)
    require_voice(actor, locked(row.segment), row.region)
    if row.dropped_at is not None:
        raise ImpossibleStep(_("Dokumen ini sudah ditarik."), remedy=_("Muat ulang halaman."))
    why = words(reason, _("Tuliskan alasan menarik dokumen ini."))
    row.dropped_at = clock.now()
    row.note = f"{row.note}\n{_('Ditarik')}: {why}".strip()
    row.save(update_fields=["dropped_at", "note"])
    trace(actor=actor, segment=row.segment, label=f"Dokumen ditarik: {row}", detail=why)
    return row


def item_of(code: str) -> ChecklistItem:
    """A row of the checklist. Raises DomainError for one that is not on it."""
    for item in checklist():
        if item.code == code and item.kind:
            return item
    raise DomainError(
        _("Dokumen itu tidak ada dalam daftar."),
        remedy=_("Buka kembali dari daftar kelengkapan."),
        status=422,
    )


@transaction.atomic
def say_missing(
    *, actor: User, segment: Segment, item: str, region: Region | None, reason: str
) -> MissingPaper:
    """Write down that a document does not exist, and why; said again it takes the place of what was said before."""
    row = locked(segment)
    rule = item_of(item)
    owner = _own(row, region)
    if rule.per_region != (owner is not None):
        raise DomainError(
            _("Pilih daerah yang tidak memiliki dokumen itu.") if rule.per_region
            else _("Dokumen itu milik bersama."),
            remedy=_("Buka kembali dari daftar kelengkapan."), status=422,
        )  # fmt: skip
    require_voice(actor, row, owner)
    papers = SegmentPaper.objects.filter(segment=row, kind=rule.kind, dropped_at=None)
    if (papers.filter(region=owner) if owner else papers).exists():
        raise ImpossibleStep(
            _("Dokumen itu sudah ada dalam berkas segmen."), remedy=_("Tarik dokumennya bila keliru.")
        )
    said, _new = MissingPaper.objects.update_or_create(
        segment=row, item=item, region=owner,
        defaults={
            "reason": words(reason, _("Tuliskan alasan dokumen itu tidak ada.")),
            "recorded_by": actor, "recorded_at": clock.now(),
        },
    )  # fmt: skip
    trace(actor=actor, segment=row, label=f"Dokumen tidak ada: {rule.label}", detail=said.reason)
    return said
