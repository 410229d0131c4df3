"""Positions as decrees and lists write them; what is written reads back to the same place."""

from decimal import ROUND_HALF_EVEN, Decimal

from boundaries.geo.coordinates.position import STEP, Number
from boundaries.geo.coordinates.utm import Zone, to_utm

THOUSANDTH = Decimal("0.001")


def angle(value: Number, *, comma: bool = True) -> str:
    """An angle without its side: 3° 01' 53,364". Seconds are rounded first, so 59.9996" becomes the next minute."""
    thousandths = int((abs(Decimal(value)) * 3_600_000).to_integral_value(ROUND_HALF_EVEN))
    minutes, seconds = divmod(thousandths, 60_000)
    degrees, minutes = divmod(minutes, 60)
    text = f"{degrees}° {minutes:02d}' {seconds // 1000:02d}.{seconds % 1000:03d}\""
    return text.replace(".", ",") if comma else text


def dms_lat(lat: Number, *, comma: bool = True) -> str:
    """A latitude with LU or LS; what rounds to the equator is LU."""
    text = angle(lat, comma=comma)
    return f"{text} {'LS' if lat < 0 and _not_zero(text) else 'LU'}"


def dms_lon(lon: Number, *, comma: bool = True) -> str:
    """A longitude with BT (or BB)."""
    text = angle(lon, comma=comma)
    return f"{text} {'BB' if lon < 0 and _not_zero(text) else 'BT'}"


def _not_zero(text: str) -> bool:
    return any(sign in "123456789" for sign in text)


def dms(lat: Number, lon: Number, *, comma: bool = True) -> str:
    """Both in the wording of the decrees: 3° 01' 53,364" LS, 104° 15' 28,444" BT (0,001" is 3 cm)."""
    return f"{dms_lat(lat, comma=comma)}, {dms_lon(lon, comma=comma)}"


def decimal(lat: Number, lon: Number, *, comma: bool = False) -> str:
    """Both in decimal degrees with nine decimals: -0.412345678, 116.981234567 (or with commas and a semicolon)."""
    pair = [f"{Decimal(value).quantize(STEP, ROUND_HALF_EVEN) + 0:f}" for value in (lat, lon)]
    return "; ".join(pair).replace(".", ",") if comma else ", ".join(pair)


def utm(
    lat: Number,
    lon: Number,
    zone: Zone | None = None,
    datum: str = "srgi2013",
) -> str:
    """Zone, easting and northing in metres with three decimals: 50S 512345.678 9912345.678."""
    grid = to_utm(float(lon), float(lat), zone, datum)
    # A millimetre below zero is not "-0.000".
    northing = Decimal(grid.northing).quantize(THOUSANDTH) + 0
    return f"{grid.zone} {Decimal(grid.easting).quantize(THOUSANDTH)} {northing}"
