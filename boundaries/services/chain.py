"""Letters of the province about a segment: written as drafts, numbered from the office's book, then left alone."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.documents.letters import Letter
from agreements.services.numbering import addressee_line
from agreements.services.paper_numbers import number_paper, standing_numbers
from boundaries.choices import ChainLetterKind
from boundaries.documents.chain import chain_letter
from boundaries.models import ChainLetter, Round, Segment, SegmentPaper
from boundaries.services.checks import (
    keeper_for,
    locked,
    require_day,
    require_manager,
    require_same,
    words,
)
from boundaries.services.traces import trace
from ksd.accounts.models import User
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.language import in_indonesian
from regions.models import Official

# The kind in the book of numbers, by the kind of letter.
PAPERS: dict[str, str] = {
    ChainLetterKind.UNDANGAN: "undangan-batas",
    ChainLetterKind.PENYERAHAN: "penyerahan-batas",
    ChainLetterKind.BA_PENYERAHAN: "ba-penyerahan-batas",
}
AHEAD = 60
FIELDS = (
    "addressees", "nature", "opening", "day", "time", "venue", "agenda", "reasons", "receiver",
    "receiver_title", "signer", "signer_title", "copies",
)  # fmt: skip


@transaction.atomic
def write_letter(
    *, actor: User, segment: Segment, kind: str, dated: date, place: str, data: Mapping[str, str],
    papers: Iterable[SegmentPaper] = (), round: Round | None = None,
    letter: ChainLetter | None = None, seen: int | None = None,
) -> ChainLetter:  # fmt: skip
    """Write a draft or change one that bears no number. Raises NotAllowed, ImpossibleStep, StaleForm, DomainError."""
    held = locked(segment)
    require_manager(actor, held)
    row = (
        _draft(letter, seen)
        if letter
        else ChainLetter(segment=held, written_by=actor, kind=kind, keeper=keeper_for(actor, held))
    )
    if kind not in PAPERS:
        raise DomainError(_("Jenis surat tidak dikenal."), remedy=_("Pilih dari daftar."), status=422)
    require_day(dated, ahead=AHEAD)
    if round is not None and round.segment_id != held.pk:
        raise DomainError(
            _("Putaran itu bukan milik segmen ini."), remedy=_("Pilih dari daftar."), status=422
        )
    row.dated, row.place, row.round = dated, words(place, _("Isi tempatnya."))[:120], round
    kept = {name: words(str(data.get(name, "")), "", required=False) for name in FIELDS}
    row.data = {**kept, "papers": _own_papers(held, papers)}
    row.revision += 1
    row.save()
    return row


def _draft(letter: ChainLetter, seen: int | None) -> ChainLetter:
    row = ChainLetter.objects.select_for_update(of=("self",)).select_related("keeper").get(pk=letter.pk)
    require_same(seen, row.revision)
    if _stands(row):
        raise ImpossibleStep(
            _("Surat ini sudah bernomor %(number)s.") % {"number": row.number},
            remedy=_("Batalkan nomornya dalam buku nomor dahulu, lalu ubah."),
        )
    row.number = ""
    return row


def _stands(row: ChainLetter) -> bool:
    """Whether a number of the book stands under this letter."""
    code = PAPERS[row.kind]
    return bool(row.number) and row.pk in standing_numbers(kind=code, rows=[row.pk], region=row.keeper)


def _own_papers(segment: Segment, papers: Iterable[SegmentPaper]) -> list[int]:
    kept = [paper.pk for paper in papers if paper.segment_id == segment.pk and paper.dropped_at is None]
    return list(dict.fromkeys(kept))


@transaction.atomic
def issue_letter(
    *, actor: User, letter: ChainLetter, typed: str = "", again: bool = False, seen: int | None = None
) -> ChainLetter:
    """Number a letter and keep its words; it does not change any more. Raises NotAllowed, ImpossibleStep, DomainError."""
    rows = ChainLetter.objects.select_for_update(of=("self",))
    row = rows.select_related("segment__region_a", "segment__region_b", "keeper").get(pk=letter.pk)
    require_manager(actor, row.segment)
    require_same(seen, row.revision)
    if _stands(row):
        raise ImpossibleStep(
            _("Surat ini sudah bernomor %(number)s.") % {"number": row.number},
            remedy=_("Muat ulang halaman."),
        )
    printed = letter_of(row, "")
    given = number_paper(
        actor=actor, region=row.keeper, kind=PAPERS[row.kind], row=row.pk, dated=row.dated,
        subject=printed.subject, addressee=addressee_line(printed), typed=typed, again=again,
        letter=lambda number: letter_of(row, number.number),
    )  # fmt: skip
    row.number = given.number
    row.save(update_fields=["number"])
    trace(actor=actor, segment=row.segment, label=f"{row.get_kind_display()} diterbitkan", detail=row.number)
    return row


@in_indonesian
def letter_of(row: ChainLetter, number: str | None = None) -> Letter:
    """The letter as it stands, with the documents it names and the governor in office on its day."""
    papers = list(SegmentPaper.objects.filter(pk__in=row.data.get("papers", []), segment=row.segment))
    head = Official.objects.head_of(row.keeper, row.dated)
    return chain_letter(row, papers, head, row.number if number is None else number)
