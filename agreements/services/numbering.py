"""Numbers of outgoing papers: given with the paper, in one count without gaps; a cancelled one is never given again."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices.correspondence import Numbering, NumberState
from agreements.documents.letters import Letter
from agreements.documents.page import letter_setting
from agreements.models import IssuedNumber
from agreements.services.letter_settings import require_keeper
from agreements.services.series import kinds_of_papers, series_for
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.number_patterns import number_of
from ksd.core.sequence import last_number, next_number
from regions.models import Region


@dataclass(frozen=True)
class Given:
    """A number as it was given: its words and, when counted here, its place in the count."""

    number: str
    series: str = ""
    sequence: int | None = None


def numbers_here(region: Region) -> bool:
    """Whether this application gives the region's numbers."""
    setting = letter_setting(region)
    return setting is None or setting.numbering == Numbering.HERE


def next_sample(region: Region, kind: str, on: date | None = None) -> str:
    """The number that would be given now; nothing is taken by asking."""
    day = on or clock.today()
    series = series_for(region, kind)
    count = max(last_number(_counter(region, series.key, day.year)), series.goes_on_from(day.year)) + 1
    return number_of(series.pattern, count, day, series.words)


def take_number(*, region: Region, kind: str, on: date, typed: str = "", again: bool = False) -> Given:
    """The number of a paper issued now; call it within the act's own transaction.

    Where the office numbers elsewhere the number is `typed`; one in use already is refused unless said `again`.
    """
    check_day(on)
    if not numbers_here(region):
        return Given(_typed(region, typed, again=again))
    series = series_for(region, kind)
    counter = _counter(region, series.key, on.year)
    count = next_number(counter, after=series.goes_on_from(on.year))
    number = number_of(series.pattern, count, on, series.words)
    if same_numbers(region, number):
        raise DomainError(
            _("Nomor berikutnya, %s, sudah tercatat untuk surat lain.") % number,
            remedy=_("Mintalah admin mengisi nomor terakhir di buku lama pada pengaturan nomor."),
        )
    return Given(number, series.key, count)


def number_or_next(*, region: Region, kind: str, on: date, typed: str, again: bool = False) -> Given:
    """The number somebody typed, as a paper bears it that is entered afterwards; else the next of the count."""
    if typed.strip():
        return Given(_typed(region, typed, again=again))
    return take_number(region=region, kind=kind, on=on)


def check_day(on: date) -> None:
    """Refuse a day to come, or one before last year. Raises DomainError."""
    if on > clock.today():
        raise DomainError(
            _("Tanggal surat tidak boleh di masa depan."), remedy=_("Periksa tanggalnya."), status=422
        )
    if on.year < clock.today().year - 1:
        raise DomainError(
            _("Nomor hanya diberikan bagi surat tahun ini atau tahun lalu."),
            remedy=_("Periksa tanggalnya."),
            status=422,
        )


def same_numbers(region: Region, number: str) -> list[IssuedNumber]:
    """Standing papers of the region with this number."""
    return list(IssuedNumber.objects.valid().filter(region=region, number__iexact=number)[:3])


def _typed(region: Region, typed: str, *, again: bool) -> str:
    number = " ".join(typed.split())
    if not number:
        raise DomainError(
            _("Isi nomor suratnya; kantor ini memberi nomor di luar aplikasi."),
            remedy=_("Salin nomornya dari buku agenda."),
            status=422,
        )
    taken = same_numbers(region, number)
    if taken and not again:
        raise DomainError(
            _("Nomor %(number)s sudah tercatat untuk %(label)s.")
            % {"number": number, "label": taken[0].label},
            remedy=_("Periksa nomornya. Bila memang sama, centang “Pakai nomor yang sama”, lalu kirim lagi."),
        )
    return number


def addressee_line(letter: Letter) -> str:
    """To whom a letter goes, as the book says it."""
    return ", ".join(line for line in letter.addressee if line != "di Tempat")[:300]


def register_number(
    *, actor: User, region: Region, kind: str, given: Given, dated: date, **about: Any
) -> IssuedNumber:
    """Write a number into the region's book; `label` names the paper where its kind alone does not."""
    label = about.pop("label", kinds_of_papers()[kind].label)
    return IssuedNumber.objects.create(
        region=region,
        kind=kind,
        label=label,
        series=given.series,
        year=dated.year,
        sequence=given.sequence,
        number=given.number,
        dated=dated,
        issued_by=actor,
        issued_name=actor.get_full_name(),
        **about,
    )


@transaction.atomic
def cancel_number(*, actor: User, issued: IssuedNumber, reason: str) -> IssuedNumber:
    """Strike a number out with the reason; it stays in the book and is not given again.

    Raises NotAllowed, ImpossibleStep for one cancelled before or standing under a signed text.
    """
    issued = IssuedNumber.objects.select_for_update(of=("self",)).select_related("region").get(pk=issued.pk)
    if issued.issued_by_id != actor.pk:
        require_keeper(actor, issued.region)
    if not issued.is_valid:
        raise ImpossibleStep(_("Nomor ini sudah dibatalkan."), remedy=_("Muat ulang buku nomornya."))
    if not reason.strip():
        raise DomainError(_("Tuliskan alasan pembatalan."), remedy=_("Alasan tampil di buku."), status=422)
    if issued.naskah_id:
        _release(issued)
    issued.state, issued.reason = NumberState.CANCELLED, reason.strip()
    issued.cancelled_by, issued.cancelled_at = actor, clock.now()
    issued.save()
    return issued


def _release(issued: IssuedNumber) -> None:
    """A text not yet signed loses the number; a signed one keeps it."""
    rows = issued.naskah.signatures if issued.naskah else None
    own = (
        rows.select_for_update().filter(party=issued.party_id, number=issued.number).first() if rows else None
    )
    if own is None or issued.row:
        return
    if own.signed_on:
        raise ImpossibleStep(
            _("Naskah dengan nomor ini sudah ditandatangani."),
            remedy=_("Nomornya tidak dapat dibatalkan lagi."),
        )
    own.number = ""
    own.save(update_fields=["number"])


def _counter(region: Region, key: str, year: int) -> str:
    return f"surat:{region.pk}:{key}:{year}"
