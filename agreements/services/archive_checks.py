"""What is asked of old papers: days in their order, and no paper entered twice unseen."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from agreements.models import NaskahParty
from ksd.core import clock
from ksd.core.errors import DomainError
from ksd.core.words import long_date
from regions.models import Region

# The republic has no older agreement of its regions.
OLDEST = date(1950, 1, 1)
FURTHEST_YEARS = 50


class KnownNumber(DomainError):  # noqa: N818  named for what it says
    """A paper with this number of this region is in the register already; the officer may still say it is another."""


def check_days(signed: date | None, starts: date | None, ends: date | None, title: str) -> None:
    """Refuse days out of order, and a paper of which no day at all is known. Raises DomainError."""
    if signed is None and starts is None:
        raise _wrong(
            _("“%s”: tanggal tanda tangan atau tanggal mulai belum diisi.") % title,
            _(
                "Salah satunya perlu agar masa berlakunya diketahui; perkirakan dari naskahnya bila tidak tertulis."
            ),
        )
    if signed and signed > clock.today():
        raise _wrong(_("“%s”: tanggal tanda tangan di masa depan.") % title, _("Periksa tanggalnya."))
    oldest = min(day for day in (signed, starts) if day)
    if oldest < OLDEST or (ends and ends.year > clock.today().year + FURTHEST_YEARS):
        raise _wrong(_("“%s”: tahunnya tidak masuk akal.") % title, _("Periksa tahunnya."))
    ordered = [day for day in (signed, starts, ends) if day]
    if ordered != sorted(ordered):
        raise _wrong(
            _("“%s”: tanggal tanda tangan, mulai, dan berakhir tidak berurutan.") % title,
            _("Periksa ketiga tanggalnya."),
        )


def _wrong(message: str, remedy: str) -> DomainError:
    return DomainError(message, remedy=remedy, status=422)


def require_unrepeated(
    regions: Sequence[Region], numbers: Sequence[Sequence[str]], *, repeated: bool, own: int = 0
) -> None:
    """Warn of a number a region has used for another text. Raises KnownNumber unless it was accepted."""
    if repeated:
        return
    for row in numbers:
        for region, number in zip(regions, row, strict=False):
            known = _known(region, number.strip(), own)
            if known is not None:
                raise KnownNumber(
                    _("Nomor %(number)s dari %(region)s sudah tercatat pada “%(title)s”%(day)s.")
                    % {
                        "number": number.strip(),
                        "region": region.full_name,
                        "title": known.naskah.title,
                        "day": f", {long_date(known.signed_on)}" if known.signed_on else "",
                    },
                    remedy=_("Bila memang naskah lain, centang “Tetap catat” lalu simpan lagi."),
                )


def _known(region: Region, number: str, own: int) -> NaskahParty | None:
    if not number:
        return None
    rows = NaskahParty.objects.filter(number__iexact=number, party__region=region).exclude(naskah=own)
    return rows.select_related("naskah").first()
