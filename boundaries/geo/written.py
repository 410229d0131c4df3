"""Positions as decrees write them, and the rounded figures along the edge of a map."""

from decimal import Decimal

from boundaries.geo.coordinates import dms_lat, dms_lon, to_utm

Number = Decimal | float


def latitude_words(value: Number) -> str:
    """For example 0° 30' 12.345" LS; the decrees write the point."""
    return dms_lat(value, comma=False)


def longitude_words(value: Number) -> str:
    """For example 116° 20' 11.222" BT."""
    return dms_lon(value, comma=False)


def position_words(lat: Number, lon: Number) -> str:
    """Both, as a sentence names them."""
    return f"{latitude_words(lat)} dan {longitude_words(lon)}"


def utm_words(lat: Number, lon: Number, datum: str = "srgi2013") -> tuple[str, str, str]:
    """Zone, easting and northing in metres with three decimals, in the zone of the point itself: 50S, 512345.678, …"""
    grid = to_utm(float(lon), float(lat), None, datum)
    return str(grid.zone), f"{grid.easting:.3f}", f"{grid.northing + 0.0:.3f}"


def arc_words(seconds: int, hemispheres: tuple[str, str] = ("", "")) -> str:
    """An angle in whole seconds: 116° 20' BT, with its seconds only where it has some."""
    degrees, rest = divmod(abs(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    tail = f' {rest:02d}"' if rest else ""
    side = hemispheres[1] if seconds < 0 else hemispheres[0]
    return f"{degrees}° {minutes:02d}'{tail} {side}".strip()
