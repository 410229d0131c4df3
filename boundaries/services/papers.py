"""Documents of a segment: added with or without their file, restricted, withdrawn."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.models import Segment, SegmentPaper
from boundaries.services.access import may_manage, may_speak_for
from boundaries.services.traces import locked, trace
from ksd.accounts.access import AnyUser
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.core.files import store_upload
from ksd.core.uploads import DOCUMENTS
from regions.models import Region

# A segment with more documents than this is a folder nobody looks through.
MOST = 500


@dataclass(frozen=True)
class PaperFacts:
    """What a document of a segment is."""

    kind: str
    title: str
    number: str = ""
    on: date | None = None
    region: Region | None = None
    confidential: bool = False
    note: str = ""


def may_add(user: AnyUser, segment: Segment, region: Region | None = None) -> bool:
    """Whether a person adds documents: of both sides who keeps the record, of one side who speaks for it."""
    if may_manage(user, segment):
        return True
    return region is not None and may_speak_for(user, segment, region)


def may_keep(user: AnyUser, paper: SegmentPaper) -> bool:
    """Whether a person restricts or withdraws a document; `paper.segment` and `paper.region` are read."""
    return may_add(user, paper.segment, paper.region)


@transaction.atomic
def add_paper(
    *, actor: User, segment: Segment, facts: PaperFacts, upload: "UploadedFile[Any] | None" = None
) -> SegmentPaper:
    """Add a document to a segment. Raises NotAllowed, ImpossibleStep or ValidationError."""
    row = locked(segment)
    if facts.region is not None and facts.region not in row.sides:
        raise ImpossibleStep(
            _("%(region)s bukan pihak segmen ini.") % {"region": facts.region},
            remedy=_("Pilih salah satu dari kedua daerah, atau kosongkan bila milik bersama."),
        )
    if not may_add(actor, row, facts.region):
        raise NotAllowed(
            _("Anda hanya dapat menambahkan dokumen daerah Anda sendiri pada segmen ini."),
            remedy=_("Pilih daerah Anda sebagai pengaju, atau mintalah Biro Pemerintahan mencatatnya."),
        )
    if row.papers.standing().count() >= MOST:
        raise ImpossibleStep(
            _("Segmen ini sudah memuat %d dokumen.") % MOST, remedy=_("Tarik yang tidak dipakai.")
        )
    stored = store_upload(upload=upload, actor=actor, kind="boundary", accept=DOCUMENTS) if upload else None
    paper = SegmentPaper.objects.create(
        segment=row, file=stored, added_by=actor, added_at=clock.now(), **vars(facts)
    )
    trace(actor=actor, segment=row, label="Menambahkan dokumen", detail=_told(paper))
    return paper


def _kept(actor: User, paper: SegmentPaper) -> SegmentPaper:
    """The locked document of whoever may keep it, still standing. Raises NotAllowed or ImpossibleStep."""
    row = locked(paper.segment)
    current = SegmentPaper.objects.select_related("segment", "region").get(pk=paper.pk)
    if not may_add(actor, row, current.region):
        raise NotAllowed(
            _("Hanya yang mengajukan dokumen ini atau Biro Pemerintahan yang dapat mengubahnya."),
            remedy=_("Hubungi pihak yang mengajukannya."),
        )
    if current.dropped_at is not None:
        raise ImpossibleStep(
            _("Dokumen “%(paper)s” sudah ditarik.") % {"paper": current},
            remedy=_("Tambahkan sebagai dokumen baru bila masih diperlukan."),
        )
    return current


@transaction.atomic
def restrict_paper(*, actor: User, paper: SegmentPaper, confidential: bool) -> SegmentPaper:
    """Restrict a document to the two sides and those above them, or lift that. Raises NotAllowed or ImpossibleStep."""
    current = _kept(actor, paper)
    if current.confidential != confidential:
        current.confidential = confidential
        current.save(update_fields=["confidential"])
        label = "Membatasi dokumen" if confidential else "Membuka dokumen yang terbatas"
        trace(actor=actor, segment=current.segment, label=label, detail=_told(current))
    return current


@transaction.atomic
def drop_paper(*, actor: User, paper: SegmentPaper, reason: str) -> SegmentPaper:
    """Withdraw a document; the row and its file stay for the record. Raises NotAllowed or ImpossibleStep."""
    current = _kept(actor, paper)
    _require_unused(current)
    current.dropped_at = clock.now()
    current.save(update_fields=["dropped_at"])
    trace(
        actor=actor,
        segment=current.segment,
        label="Menarik dokumen",
        detail=f"{_told(current)}\n{reason.strip()}",
    )
    return current


def _require_unused(paper: SegmentPaper) -> None:
    """A document that something rests on stays."""
    for relation in SegmentPaper._meta.related_objects:
        if relation.related_model._default_manager.filter(**{relation.field.name: paper}).exists():
            raise ImpossibleStep(
                _("Dokumen ini menjadi dasar %(what)s, jadi tidak dapat ditarik.")
                % {"what": relation.related_model._meta.verbose_name},
                remedy=_("Ganti dasarnya lebih dahulu, lalu tarik dokumen ini."),
            )


def _told(paper: SegmentPaper) -> str:
    whose = f", {paper.region}" if paper.region else ""
    return f"{paper.get_kind_display()}: {paper}{whose}"
