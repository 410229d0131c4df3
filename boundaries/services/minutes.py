"""A berita acara: written, numbered from the office's book, read as a paper; `findings` say what a segment lacks."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.documents.letters import Letter
from agreements.services.numbering import check_day
from agreements.services.paper_numbers import number_paper, standing_numbers
from boundaries.choices import SignerState
from boundaries.documents.minutes import minutes_letter
from boundaries.law import FormRule, form_of, forms
from boundaries.models import BoundaryMinutes, Round, Segment
from boundaries.services.checks import keeper_for, locked, require_day, require_manager, require_same, words
from boundaries.services.completeness import Finding, findings
from boundaries.services.minutes_access import locked_minutes, require_draft, write_event
from boundaries.services.signers import arrange_signers
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotReady
from ksd.core.language import in_indonesian

__all__ = ["PAPER", "Finding", "findings", "letter_of", "number_minutes", "sample_from_book", "write_minutes"]

PAPER = "berita-acara-batas"
# A draft may be written for a meeting to come.
AHEAD = 366
MOST_POINTS = 60


@transaction.atomic
def write_minutes(
    *, actor: User, segment: Segment, form: str, on: date, place: str, points: str, opening: str = "",
    round: Round | None = None, others: Iterable[Segment] = (), asks_documents: bool = False,
    is_example: bool = False, minutes: BoundaryMinutes | None = None, seen: int | None = None,
) -> BoundaryMinutes:  # fmt: skip
    """Write a draft, or change one that nobody has signed; its signers follow the form and the teams.

    Raises NotAllowed, ImpossibleStep (signed, numbered), StaleForm or DomainError.
    """
    rule = _rule(form)
    held = locked(segment)
    require_manager(actor, held)
    row = _draft(actor, minutes, seen) if minutes else None
    if row is None:
        row = BoundaryMinutes(segment=held, keeper=keeper_for(actor, held), written_by=actor)
    require_day(on, ahead=AHEAD)
    beside = _others(actor, held, others)
    if round is not None and round.segment_id not in {held.pk, *(each.pk for each in beside)}:
        raise DomainError(
            _("Putaran itu bukan milik segmen ini."), remedy=_("Pilih dari daftar."), status=422
        )
    row.form, row.on, row.place = rule.code, on, words(place, _("Isi tempatnya."))
    row.points, row.opening = _points(points), words(opening, "", required=False)
    row.round, row.asks_documents, row.is_example = round, asks_documents, is_example
    row.revision += 1
    row.full_clean(exclude=["segment", "keeper", "round", "written_by"])
    row.save()
    row.others.set(beside)
    arrange_signers(row)
    write_event(row, actor, "Draf disusun" if row.revision == 1 else "Draf diubah", "")
    return row


def _rule(form: str) -> FormRule:
    if form not in {rule.code for rule in forms()}:
        raise DomainError(_("Bentuk berita acara tidak dikenal."), remedy=_("Pilih dari daftar."), status=422)
    return form_of(form)


def words_stand(row: BoundaryMinutes) -> bool:
    """Whether the words may no longer change: somebody signed or refused, or its number stands in the book."""
    if not row.is_draft or row.signers.exclude(state=SignerState.MENUNGGU).exists():
        return True
    return row.is_fixed and row.pk in standing_numbers(kind=PAPER, rows=[row.pk], region=row.keeper)


def _draft(actor: User, minutes: BoundaryMinutes, seen: int | None) -> BoundaryMinutes:
    row = locked_minutes(actor, minutes)
    require_draft(row)
    if row.signers.exclude(state=SignerState.MENUNGGU).exists():
        raise ImpossibleStep(
            _("Sudah ada tanda tangan atau penolakan; isinya tidak dapat diubah lagi."),
            remedy=_("Batalkan draf ini dan susun berita acara baru."),
        )
    require_same(seen, row.revision)
    if row.is_fixed and row.pk in standing_numbers(kind=PAPER, rows=[row.pk], region=row.keeper):
        raise ImpossibleStep(
            _("Berita acara ini sudah bernomor %(number)s.") % {"number": row.number},
            remedy=_("Batalkan nomornya dalam buku nomor dahulu; isinya lalu dapat diubah."),
        )
    row.number = ""
    return row


def _others(actor: User, segment: Segment, others: Iterable[Segment]) -> list[Segment]:
    """The other segments of the paper, each kept by the actor too."""
    rows = [row for row in dict.fromkeys(others) if row.pk != segment.pk]
    for row in rows:
        require_manager(actor, row)
    return rows


def _points(text: str) -> str:
    kept = words(text, _("Isi paling sedikit satu butir."))
    lines = [" ".join(line.split()) for line in kept.splitlines() if line.strip()]
    if len(lines) > MOST_POINTS:
        raise DomainError(
            _("Paling banyak %d butir.") % MOST_POINTS, remedy=_("Satukan butir yang sejenis."), status=422
        )
    return "\n".join(lines)


def sample_from_book(minutes: BoundaryMinutes) -> bool:
    """Whether the number comes from the book: papers of earlier years keep the number written on them."""
    return minutes.on.year >= clock.today().year - 1


@transaction.atomic
def number_minutes(
    *, actor: User, minutes: BoundaryMinutes, typed: str = "", again: bool = False, seen: int | None = None
) -> BoundaryMinutes:
    """Give the paper its number and let its words stand; one of an earlier year keeps the number written on it.

    Raises NotAllowed, ImpossibleStep (numbered), StaleForm or DomainError.
    """
    row = locked_minutes(actor, minutes)
    require_draft(row)
    require_same(seen, row.revision)
    _require_unnumbered(row)
    require_day(row.on)
    if sample_from_book(row):
        check_day(row.on)
        given = number_paper(
            actor=actor, region=row.keeper, kind=PAPER, row=row.pk, dated=row.on, subject=str(row)[:400],
            typed=typed, again=again, letter=lambda number: letter_of(row, number.number),
        )  # fmt: skip
        row.number = given.number
    else:
        row.number = words(" ".join(typed.split()), _("Isi nomor yang tertulis pada berita acara itu."))[:120]
    row.save(update_fields=["number"])
    write_event(row, actor, "Diberi nomor", row.number)
    return row


def _require_unnumbered(row: BoundaryMinutes) -> None:
    """Refuse a second number while the first stands; one struck out in the book makes room."""
    standing = standing_numbers(kind=PAPER, rows=[row.pk], region=row.keeper)
    if row.is_fixed and (row.pk in standing or not sample_from_book(row)):
        raise ImpossibleStep(
            _("Berita acara ini sudah bernomor %(number)s.") % {"number": row.number},
            remedy=_("Muat ulang halaman."),
        )


@in_indonesian
def letter_of(minutes: BoundaryMinutes, number: str | None = None) -> Letter:
    """The paper as it stands: a draft without number, or the berita acara with its signers."""
    signers = list(minutes.signers.select_related("region", "member"))
    segments = [minutes.segment, *minutes.others.select_related("region_a", "region_b")]
    if not signers:
        raise NotReady(_("Penanda tangannya belum disusun."), remedy=_("Susun ulang penanda tangannya."))
    return minutes_letter(minutes, segments, signers, minutes.number if number is None else number)
