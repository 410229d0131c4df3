"""Reading a coordinate as people write it: degrees-minutes-seconds, decimal degrees or UTM."""

import re

from boundaries.geo.coordinates.angles import EXAMPLE, Angle, read_angle, split
from boundaries.geo.coordinates.errors import CoordinateError
from boundaries.geo.coordinates.places import INDONESIA
from boundaries.geo.coordinates.position import Notation, Position, position
from boundaries.geo.coordinates.tokens import Kind, plain, tokens_of, without_axes
from boundaries.geo.coordinates.utm import Grid, from_utm, read_zone

POINTS = re.compile(r"([+-]?[0-9]{1,3}(?:\.[0-9]+)?)(?: ?[,;/|] ?| )([+-]?[0-9]{1,3}(?:\.[0-9]+)?)")
COMMAS = re.compile(r"([+-]?[0-9]{1,3}(?:,[0-9]+)?)(?: ?[,;/|] ?| )([+-]?[0-9]{1,3}(?:,[0-9]+)?)")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,3}(?:[.,][0-9]+)?")
_METRES = r"[+-]?[0-9]+(?:[.,][0-9]+)*"
_ZONE = r"(?:utm\s*)?(?:(?:zona|zone)\s*)?([0-9]{1,2}\s?(?:[a-z]\b|utara\b|selatan\b|ls\b|lu\b)?)"
_PAIR = rf"(?:e|x|easting|mt|t)?\s*[:=]?\s*({_METRES})\s*(?:m\s*[et]?)?\s*(?:[,;/|]\s*|\s)\s*(?:n|y|northing|mu|u)?\s*[:=]?\s*({_METRES})\s*(?:m\s*[nu]?)?"
ZONE_FIRST = re.compile(rf"{_ZONE}[\s,;:/|]+{_PAIR}", re.IGNORECASE)
ZONE_LAST = re.compile(rf"{_PAIR}[\s,;:/|(]+{_ZONE}\)?", re.IGNORECASE)
NO_ZONE = re.compile(rf"(?:utm\s*)?{_PAIR}", re.IGNORECASE)
# No angle is this large, and no easting this small.
LEAST_METRES = 1_000.0
NO_NUMBER = {"nan", "inf", "-inf", "+inf", "infinity", "null", "none", "#n/a", "#value!"}


def parse(text: str, zone: str = "", datum: str = "srgi2013") -> Position:
    """The position a text names, or CoordinateError. `zone` serves UTM written without its own; datum gives its ellipsoid."""
    if any(word.casefold() in NO_NUMBER for word in re.split(r"[\s,;]+", text[:400])):
        raise CoordinateError("Koordinatnya bukan angka (NaN).", EXAMPLE, "not_a_number")
    written = plain(text)
    seen, order = without_axes(written)
    for pattern in (POINTS, COMMAS):
        pair = pattern.fullmatch(seen)
        if pair:
            first, second = (float(number.replace(",", ".")) for number in pair.groups())
            return _of_numbers(first, second, order)
    grid = _grid_of(written, zone)
    if grid:
        return from_utm(grid, datum)
    return _of_angles([read_angle(part) for part in split(tokens_of(seen))], order)


def parse_pair(lat: str, lon: str) -> Position:
    """A position from two columns, each in degrees; a swapped pair is refused, for its columns say what they are."""
    # What nearly every table holds needs no reading of signs: twenty thousand rows must not take seconds.
    if _DECIMAL.fullmatch(lat) and _DECIMAL.fullmatch(lon):
        return _of_numbers(float(lat.replace(",", ".")), float(lon.replace(",", ".")), "lat")
    return _of_angles([_alone(lat, "lintang"), _alone(lon, "bujur")], "lat")


def _alone(text: str, name: str) -> Angle:
    if text.strip().casefold() in NO_NUMBER:
        raise CoordinateError(f"Kolom {name} bukan angka (NaN).", "Isi dengan angka.", "not_a_number")
    if not text.strip():
        raise CoordinateError(f"Kolom {name} kosong.", "Isi dengan angka.", "empty")
    tokens = [token for token in tokens_of(without_axes(plain(text))[0]) if token.kind is not Kind.CUT]
    return read_angle(tokens)


def _grid_of(text: str, zone: str) -> Grid | None:
    """Easting and northing in a text, when it is UTM: with its zone, or with numbers no angle can have."""
    for pattern, places in ((ZONE_FIRST, (1, 2, 3)), (ZONE_LAST, (3, 1, 2))):
        found = pattern.fullmatch(text)
        if found and max(map(abs, _metres(found, places[1:]))) >= LEAST_METRES:
            own = found[places[0]]
            return _grid(own if own.strip()[-1:].isalpha() else zone or own, found, places[1:])
    found = NO_ZONE.fullmatch(text)
    if not found or max(map(abs, _metres(found, (1, 2)))) < LEAST_METRES:
        return None
    if not zone:
        raise CoordinateError(
            "Koordinat UTM ini tidak menyebut zonanya.",
            "Tulis zona di depannya, misalnya 50S 512345,678 9912345,678, atau isi kolom zona.",
            "zone",
        )
    return _grid(zone, found, (1, 2))


def _grid(zone: str, found: re.Match[str], places: tuple[int, ...]) -> Grid:
    easting, northing = _metres(found, places)
    return Grid(read_zone(zone), easting, northing)


def _metres(found: re.Match[str], places: tuple[int, ...]) -> list[float]:
    return [_metre(found[place]) for place in places]


def _metre(text: str) -> float:
    """Metres with a decimal point or comma; the other of the two, or one that repeats, groups thousands."""
    number = text.strip(" .,")
    last = max(number.rfind("."), number.rfind(","))
    if last >= 0:
        sign = number[last]
        groups = number.count(sign) > 1
        head = re.sub(r"[.,]", "", number[:last])
        number = head + ("" if groups else ".") + number[last + 1 :]
    return float(number)


def _of_numbers(first: float, second: float, order: str) -> Position:
    """Two plain numbers: named by their words, else by which of them can be a latitude of Indonesia."""
    lat, lon = (second, first) if order == "lon" else (first, second)
    if not order and not INDONESIA.holds(lon, lat) and INDONESIA.holds(lat, lon):
        lat, lon = lon, lat
    return position(lat, lon, Notation.DECIMAL)


def _of_angles(angles: list[Angle], order: str) -> Position:
    if len(angles) != 2:
        raise CoordinateError(
            "Satu koordinat terdiri atas lintang dan bujur; yang terbaca "
            + ("hanya satu angka." if len(angles) < 2 else "lebih dari dua."),
            EXAMPLE,
            "parts",
        )
    lat, lon = _lat_lon(angles[0], angles[1], order)
    if lat.sexagesimal and not lat.side and not lat.signed and lat.degrees:
        raise CoordinateError(
            "Lintang tidak menyebut LU atau LS.",
            "Tambahkan LU atau LS; daerah di khatulistiwa memiliki keduanya.",
            "no_side",
        )
    kind = Notation.DMS if lat.sexagesimal or lon.sexagesimal else Notation.DECIMAL
    return position(lat.degrees, lon.degrees, kind)


def _lat_lon(first: Angle, second: Angle, order: str) -> tuple[Angle, Angle]:
    axes = first.axis, second.axis
    if axes in {("lat", "lat"), ("lon", "lon")}:
        raise CoordinateError(
            "Kedua angka sama-sama " + ("lintang." if axes[0] == "lat" else "bujur."),
            "Satu lintang (LU/LS) dan satu bujur (BT).",
            "two_sides",
        )
    turned = "lon" in axes[:1] or axes[1] == "lat" or (axes == ("", "") and order == "lon")
    if axes == ("", "") and not order:
        turned = abs(first.degrees) > 90 >= abs(second.degrees)
    return (second, first) if turned else (first, second)
