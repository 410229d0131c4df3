"""Positions as decrees write them, and the rounded figures along the edge of a map."""

import re
from decimal import Decimal

from boundaries.geo.coordinates import dms, dms_lat, dms_lon, to_utm

Number = Decimal | float
# Between the two halves of a pair a line may end; nowhere else.
_INSIDE = re.compile(r"(?<![,;]) ")
_ANGLE = re.compile(
    r"\d{1,3} ?[°º˚](?: ?\d{1,2} ?['’′])?(?: ?\d{1,2}(?:[.,]\d+)? ?(?:[\"”″]|''))?(?: (?:LU|LS|BT|BB)\b)?"
)


def unbroken(text: str) -> str:
    """A coordinate whose degrees, minutes and seconds no line of a page or paper may part; it is read back all the same."""
    return _INSIDE.sub("\u00a0", text)


def unbroken_in(text: str) -> str:
    """Words in which every coordinate written in degrees keeps together, whoever typed it."""
    return _ANGLE.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def shown(lat: Number, lon: Number) -> str:
    """Where a point lies, as pages show it."""
    return unbroken(dms(lat, lon))


def latitude_words(value: Number) -> str:
    """For example 0° 30' 12.345" LS; the decrees write the point."""
    return unbroken(dms_lat(value, comma=False))


def longitude_words(value: Number) -> str:
    """For example 116° 20' 11.222" BT."""
    return unbroken(dms_lon(value, comma=False))


def position_words(lat: Number, lon: Number) -> str:
    """Both, as a sentence names them."""
    return f"{latitude_words(lat)} dan {longitude_words(lon)}"


def utm_words(lat: Number, lon: Number, datum: str = "srgi2013") -> tuple[str, str, str]:
    """Zone, easting and northing in metres with three decimals, in the zone of the point itself."""
    grid = to_utm(float(lon), float(lat), None, datum)
    return str(grid.zone), f"{grid.easting:.3f}", f"{grid.northing + 0.0:.3f}"


def arc_words(seconds: int, hemispheres: tuple[str, str] = ("", "")) -> str:
    """An angle in whole seconds: 116° 20' BT, with its seconds only where it has some."""
    degrees, rest = divmod(abs(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    tail = f' {rest:02d}"' if rest else ""
    side = hemispheres[1] if seconds < 0 else hemispheres[0]
    return f"{degrees}° {minutes:02d}'{tail} {side}".strip()
