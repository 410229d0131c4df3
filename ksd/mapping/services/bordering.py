"""What the data of borders says of a row: which of the regions it touches its own region borders on, and by what source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext as _

from ksd.mapping.choices import Answer
from ksd.mapping.models import MappingRow
from regions.choices import Level
from regions.models import Adjacency, Region


@dataclass(frozen=True)
class Border:
    """Whether a row's region borders on another, None where the data does not know."""

    region: Region
    stands: bool | None
    source: str = ""
    shared_km: Decimal | None = None


@dataclass(frozen=True)
class BorderFinding:
    """What the borders come to for one row: an answer with the sentence behind it, or nothing to ask about."""

    borders: tuple[Border, ...] = ()

    @property
    def answer(self) -> str:
        """Yes when one region borders, no when surely none does, else not known; nothing without other regions."""
        if not self.borders:
            return ""
        stands = [row.stands for row in self.borders]
        if True in stands:
            return Answer.YES
        return Answer.UNKNOWN if None in stands else Answer.NO

    @property
    def reason(self) -> str:
        """The sentence that stands behind the answer, its sources named."""
        sorts = (
            (True, _("Berbatasan: %s.")),
            (False, _("Tidak berbatasan: %s.")),
            (None, _("Belum diketahui: %s.")),
        )
        told = [(words, [row for row in self.borders if row.stands is stands]) for stands, words in sorts]
        lines = [words % "; ".join(_named(row) for row in rows) for words, rows in told if rows]
        return " ".join([*lines, *self._sources()]).strip()

    def _sources(self) -> list[str]:
        sources = list(dict.fromkeys(row.source for row in self.borders if row.source))
        return [_("Sumber: %s.") % "; ".join(sources)] if sources else []


def _named(border: Border) -> str:
    if border.shared_km is None:
        return str(border.region)
    length = f"{border.shared_km:.1f}".replace(".", ",")
    return _("%(region)s (%(km)s km, indikatif)") % {"region": border.region, "km": length}


def others_of(row: MappingRow) -> list[Region]:
    """The regions a row speaks of beside its own: its candidate partner and whom it touches, each once."""
    found = [row.partner_region] if row.partner_region else []
    found += list(row.touches.order_by("code"))
    return list({region.pk: region for region in found if region.pk != row.region_id}.values())


def borders_of(row: MappingRow) -> BorderFinding:
    """What the data says of the borders between a row's region and the others; two queries."""
    return borders_between(row.region, others_of(row))


def borders_between(own: Region, others: Sequence[Region]) -> BorderFinding:
    """What the data says of the borders between a region and each of the others; one query."""
    if not others:
        return BorderFinding()
    known = _around(own)
    return BorderFinding(tuple(_border(own, other, known) for other in others))


def _around(region: Region) -> dict[int, list[Adjacency]]:
    """Borders of a region (of a province: of its regencies and cities too), by the region across and its province."""
    sides = Q(region_a=region) | Q(region_a__parent=region) | Q(region_b=region) | Q(region_b__parent=region)
    found: dict[int, list[Adjacency]] = {}
    for line in Adjacency.objects.filter(sides).select_related("region_a", "region_b"):
        for side, across in ((line.region_a, line.region_b), (line.region_b, line.region_a)):
            if region.pk in (side.pk, side.parent_id):
                for key in {across.pk, across.parent_id or across.pk}:
                    found.setdefault(key, []).append(line)
    return found


def _border(own: Region, other: Region, known: dict[int, list[Adjacency]]) -> Border:
    """One border, decided as regions.adjacency.are_adjacent does, with its source."""
    if Level.NEGARA in (own.level, other.level):
        return Border(other, stands=False)
    if other.pk == own.parent_id or own.pk == other.parent_id:
        inside = _("provinsi dengan kabupaten/kota di dalamnya (Pasal 364 ayat (2) huruf b UU 23/2014)")
        return Border(other, stands=True, source=inside)
    lines = known.get(other.pk, [])
    if lines:
        return Border(other, True, _sources_of(lines), _length(lines))
    surely = own.neighbours_complete or other.neighbours_complete
    return Border(other, False if surely else None, _("daftar tetangga lengkap") if surely else "")


def _sources_of(lines: Iterable[Adjacency]) -> str:
    return ", ".join(dict.fromkeys(line.source for line in lines if line.source))


def _length(lines: Iterable[Adjacency]) -> Decimal | None:
    lengths = [line.shared_km for line in lines if line.shared_km is not None]
    return sum(lengths, Decimal(0)) if lengths else None
