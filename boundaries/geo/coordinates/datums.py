"""From one datum to another, with the accuracy that can honestly be claimed.

Everything goes through SRGI2013. The parameters are those of the EPSG register as PROJ carries them; no grid has been
published for ID74, so it is good to a few metres only and never to the centimetre of its survey.
"""

from dataclasses import dataclass
from functools import lru_cache

from pyproj.transformer import Transformer, TransformerGroup

from boundaries.geo.coordinates.errors import CoordinateError
from boundaries.geo.coordinates.position import Position

HUB = "srgi2013"
EPSG = {"srgi2013": 9470, "wgs84": 4326, "dgn95": 4755, "id74": 4238}
DATUMS = tuple(EPSG)
# WGS 84 is used with the same numbers as SRGI2013; plates have moved some decimetres since its epoch of 2012.
SAME_AS_HUB = {"wgs84": 1.0}
NOTES = {
    "wgs84": "WGS 84 dipakai dengan angka yang sama dengan SRGI2013; gerak lempeng sejak 2012 dapat mencapai beberapa desimeter.",
    "dgn95": "Dari DGN95 dengan parameter EPSG.",
    "id74": "Tidak ada grid terbitan untuk ID74; hasilnya hanya teliti beberapa meter dan tidak menggantikan pengukuran ulang.",
}


@dataclass(frozen=True)
class Converted:
    """A position in another datum, how good the change itself is (metres, one figure), and why."""

    position: Position
    accuracy_m: float
    note: str = ""


def convert(found: Position, source: str, target: str = HUB) -> Converted:
    """Move a position to another datum; raises CoordinateError for a datum nobody knows."""
    source, target = _known(source), _known(target)
    if source == target:
        return Converted(found, 0.0)
    lon, lat = found.lonlat
    for datum, inverse in ((source, False), (target, True)):
        if datum != HUB and datum not in SAME_AS_HUB:
            lon, lat = _shift(datum, inverse)[0].transform(lon, lat)
    notes = [NOTES[datum] for datum in (source, target) if datum != HUB]
    moved = Position(float(lon), float(lat), found.notation, found.zone)
    return Converted(moved, stated_accuracy_m(source, target), " ".join(notes))


def stated_accuracy_m(source: str, target: str = HUB) -> float:
    """How many metres a change of datum may be wrong, whatever the position's own accuracy."""
    if _known(source) == _known(target):
        return 0.0
    return sum(_accuracy(datum) for datum in (source, target))


def _known(datum: str) -> str:
    if datum not in EPSG:
        raise CoordinateError(
            f"Datum “{datum[:20]}” tidak dikenal.", "Pilih SRGI2013, WGS 84, DGN95, atau ID74.", "datum"
        )
    return datum


def _accuracy(datum: str) -> float:
    if datum == HUB:
        return 0.0
    return SAME_AS_HUB[datum] if datum in SAME_AS_HUB else _shift(datum, inverse=False)[1]


@lru_cache(maxsize=8)
def _shift(datum: str, inverse: bool) -> tuple[Transformer, float]:
    """The best published change of a datum to SRGI2013 (or back) and its accuracy; guesses are not used."""
    ends = (EPSG[HUB], EPSG[datum]) if inverse else (EPSG[datum], EPSG[HUB])
    best = TransformerGroup(*ends, always_xy=True, allow_ballpark=False).transformers[0]
    return best, float(best.accuracy)
