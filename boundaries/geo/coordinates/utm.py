"""UTM zones 46–54, north and south of the equator, both ways.

On WGS 84 these are EPSG:32646–32654 and EPSG:32746–32754; old datums use the same formulas on their own ellipsoid.
"""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from pyproj import Transformer

from boundaries.geo.coordinates.errors import CoordinateError
from boundaries.geo.coordinates.places import INDONESIA
from boundaries.geo.coordinates.position import Notation, Position, position

FIRST_ZONE, LAST_ZONE = 46, 54
# A zone is 668 km wide at the equator; surveys run over its edge by a degree at most.
LEAST_EASTING, MOST_EASTING = 50_000.0, 950_000.0
FALSE_NORTHING = 10_000_000.0
ELLIPSOIDS = {"id74": "+a=6378160 +rf=298.247"}
ZONE = re.compile(
    r"(?:UTM\s*)?(?:ZONA|ZONE|Z)?\s*([0-9]{1,2})\s*([A-Z]|UTARA|SELATAN|NORTH|SOUTH|LU|LS)?", re.IGNORECASE
)


@dataclass(frozen=True)
class Zone:
    """A UTM zone and its half of the earth."""

    number: int
    south: bool

    def __str__(self) -> str:
        """Number and letter of the hemisphere: 50S."""
        return f"{self.number}{'S' if self.south else 'N'}"

    @property
    def epsg(self) -> int:
        """The code of the zone on WGS 84."""
        return (32700 if self.south else 32600) + self.number

    @property
    def other_half(self) -> "Zone":
        """The same zone across the equator."""
        return Zone(self.number, not self.south)


@dataclass(frozen=True)
class Grid:
    """A position on the plane of a zone, in metres."""

    zone: Zone
    easting: float
    northing: float


def read_zone(text: str) -> Zone:
    """A zone from "50N", "50 S", "zona 50 M" (latitude bands up to M lie south of the equator)."""
    found = ZONE.fullmatch(text.strip())
    if not found:
        raise _no_zone(f"Zona “{text.strip()[:20]}” tidak dikenal.")
    number, letter = int(found[1]), (found[2] or "").upper()
    if not FIRST_ZONE <= number <= LAST_ZONE:
        raise CoordinateError(
            f"Zona UTM {number} tidak melewati Indonesia.",
            f"Indonesia terletak pada zona {FIRST_ZONE} sampai {LAST_ZONE}; Kalimantan Timur 50.",
            "wrong_zone",
        )
    if not letter:
        raise _no_zone(f"Zona {number} belum menyebut belahan utara atau selatan.")
    return Zone(number, _is_south(letter))


def _is_south(letter: str) -> bool:
    """S, LS and SELATAN are words for south; N, LU and UTARA for north; other single letters are latitude bands."""
    if len(letter) > 1:
        return letter in {"SELATAN", "SOUTH", "LS"}
    if letter == "U":
        return False
    if letter in "ABIOYZ":
        raise _no_zone(f"Huruf zona “{letter}” tidak dipakai UTM.")
    return letter == "S" or letter < "N"


def _no_zone(message: str) -> CoordinateError:
    return CoordinateError(message, "Tulis zona dan belahannya, misalnya 50N atau 50S.", "zone")


def zone_of(lon: float, lat: float) -> Zone:
    """The zone a position belongs to; the equator itself is counted north."""
    return Zone(math.floor((lon + 180) / 6) + 1, lat < 0)


@lru_cache(maxsize=64)
def _plane(zone: Zone, datum: str) -> Transformer:
    """From degrees to the plane of a zone; unlike a bare projection it may be shared by threads."""
    south = " +south" if zone.south else ""
    return Transformer.from_pipeline(
        "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
        f"+step +proj=utm +zone={zone.number}{south} {ELLIPSOIDS.get(datum, '+ellps=WGS84')}"
    )


def _degrees(grid: Grid, zone: Zone, datum: str) -> tuple[float, float]:
    lon, lat = _plane(zone, datum).transform(grid.easting, grid.northing, direction="INVERSE")
    return float(lon), float(lat)


def to_utm(lon: float, lat: float, zone: Zone | None = None, datum: str = "srgi2013") -> Grid:
    """A position on the plane of its own zone, or of the zone asked for (a map sheet has one)."""
    zone = zone or zone_of(lon, lat)
    easting, northing = _plane(zone, datum).transform(lon, lat)
    return Grid(zone, float(easting), float(northing))


def from_utm(grid: Grid, datum: str = "srgi2013") -> Position:
    """The position of a grid coordinate; raises CoordinateError naming zone, hemisphere or columns when they are wrong."""
    _check_grid(grid)
    lon, lat = _degrees(grid, grid.zone, datum)
    if not INDONESIA.holds(lon, lat):
        raise _misplaced(grid, datum, lat)
    return position(lat, lon, Notation.UTM, str(grid.zone))


def _check_grid(grid: Grid) -> None:
    if not (math.isfinite(grid.easting) and math.isfinite(grid.northing)):
        raise CoordinateError(
            "Easting atau northing bukan angka.", "Isi dalam meter, misalnya 512345,678.", "not_a_number"
        )
    if LEAST_EASTING <= grid.easting <= MOST_EASTING:
        return
    if LEAST_EASTING <= grid.northing <= MOST_EASTING and grid.easting > MOST_EASTING:
        raise CoordinateError(
            "Easting dan northing tertukar.",
            "Tulis easting (6 angka sebelum koma) dahulu, lalu northing.",
            "swapped",
        )
    raise CoordinateError(
        f"Easting {_comma(grid.easting, 3)} m di luar zona UTM mana pun.",
        "Easting terdiri atas 6 angka sebelum koma; tulis dalam meter tanpa pemisah ribuan.",
        "easting",
    )


def _misplaced(grid: Grid, datum: str, lat: float) -> CoordinateError:
    """Outside Indonesia: most likely the hemisphere is wrong, else the zone or a digit."""
    other = grid.zone.other_half
    lon, there = _degrees(grid, other, datum)
    if INDONESIA.holds(lon, there):
        return CoordinateError(
            f"Northing {grid.northing:.0f} m tidak cocok dengan zona {grid.zone} (lintang {_comma(lat, 1)}°).",
            f"Untuk northing ini zonanya {other}; ganti huruf zonanya.",
            "wrong_zone",
        )
    return CoordinateError(
        f"Koordinat UTM {grid.zone} {grid.easting:.0f} {grid.northing:.0f} terletak di luar Indonesia.",
        "Periksa zona, easting, dan northingnya.",
        "wrong_zone",
    )


def _comma(value: float, places: int) -> str:
    """A figure with the decimal comma of a sentence."""
    return f"{value:.{places}f}".replace(".", ",")
