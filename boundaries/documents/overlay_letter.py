"""The comparison of lines on paper: the drawing, the figures, the pockets, the rounds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.documents.letters import (
    Block,
    Drawing,
    Facts,
    Heading,
    Letter,
    Numbered,
    Table,
    Text,
    letterhead_of,
)
from boundaries.documents.line_drawings import short_name
from boundaries.documents.overlay_words import PairWords, RoundWords
from boundaries.models import BoundaryLine, Segment
from ksd.core.templatetags.core import angka, tanggal
from regions.models import Region

INDICATIVE = "Indikatif, bukan acuan hukum."
RIGHTS_STAY = gettext_lazy(
    "Penegasan batas daerah tidak menghapus hak atas tanah, kepemilikan aset, hak ulayat, dan hak adat masyarakat."
)


def overlay_letter(
    region: Region,
    segment: Segment,
    lines: Sequence[BoundaryLine],
    drawing: Drawing,
    words: tuple[Sequence[PairWords], Sequence[RoundWords]],
) -> Letter:
    """A list on the paper of one region; drawing and tables say the same."""
    pairs, rounds = words
    blocks: list[Block] = [
        replace(drawing, caption=_("Bergaris: kantong kiri garis pertama; berbintik: kanan. Utara di atas.")),
        _named(lines),
        *(block for pair in pairs for block in _pair(pair)),
        *_rounds(rounds),
        Text(
            _("Luas dan panjang geodesik pada elipsoid WGS 84. %(indicative)s") % {"indicative": INDICATIVE}
        ),
        Text(str(RIGHTS_STAY)),
    ]
    return Letter(
        head=letterhead_of(region),
        form="daftar",
        subject=_("Tumpang tindih garis segmen %(segment)s") % {"segment": segment},
        blocks=tuple(blocks),
        note=INDICATIVE,
    )


def _named(lines: Sequence[BoundaryLine]) -> Table:
    """The lines compared, each with its round, length and day."""
    rows = tuple(
        (
            short_name(line),
            str(line.round or "–"),
            angka(round(line.length_km, 3)),
            tanggal(line.drawn_at),
        )
        for line in lines
    )
    return Table((_("Garis"), _("Putaran"), _("Panjang (km)"), _("Dicatat")), rows, (40, 22, 18, 20))


def _pair(pair: PairWords) -> Iterable[Block]:
    yield Heading(pair.title)
    if not pair.figures:
        yield Text(pair.trouble or _("Belum dihitung."))
        return
    yield Facts(pair.figures)
    if pair.pockets:
        rows = tuple(
            (str(row.number), row.what, angka(row.hectares), angka(row.around_km), row.remark or "–")
            for row in pair.pockets
        )
        head = (_("No."), _("Kantong"), _("Luas (ha)"), _("Keliling (km)"), _("Keterangan"))
        yield Table(head, rows, (8, 40, 16, 16, 20))
    if pair.explained:
        yield Numbered(pair.explained)


def _rounds(rounds: Sequence[RoundWords]) -> Iterable[Block]:
    if not rounds:
        return
    head = (
        _("Putaran"),
        _("Klaim"),
        _("Keduanya (ha)"),
        _("Tak seorang pun (ha)"),
        _("Perubahan (ha)"),
        _("Berimpit (km)"),
        _("Berbeda (km)"),
        _("Menurut berita acara (km)"),
    )
    rows = tuple(
        (
            row.title,
            row.claims,
            *(
                _or_dash(value)
                for value in (row.both, row.neither, row.change, row.shared_km, row.differs_km)
            ),
            _recorded(row),
        )
        for row in rounds
    )
    yield Heading(_("Perubahan dari putaran ke putaran"))
    yield Table(head, rows, (10, 18, 13, 11, 14, 11, 11, 12))


def _recorded(row: RoundWords) -> str:
    """What the berita acara of a round says is agreed and what is not."""
    if row.agreed_km is None and row.disputed_km is None:
        return "–"
    return f"{_('sepakat')} {_or_dash(row.agreed_km)}, {_('belum')} {_or_dash(row.disputed_km)}"


def _or_dash(value: float | None) -> str:
    return "–" if value is None else angka(value)
