"""Positions as decrees write them: degrees, minutes and seconds with three decimals, and the hemisphere in words."""

from decimal import ROUND_HALF_EVEN, Decimal

MILLISECONDS_A_DEGREE = 3_600_000
Number = Decimal | float


def dms_words(value: Number, hemispheres: tuple[str, str], *, decimals: int = 3) -> str:
    """One value in degrees: 3° 01' 53.364" LS; a carry goes over minute and degree, zero belongs to the first hemisphere."""
    steps = 3600 * 10**decimals
    units = int((abs(Decimal(str(value))) * steps).to_integral_value(ROUND_HALF_EVEN))
    degrees, rest = divmod(units, steps)
    minutes, rest = divmod(rest, steps // 60)
    seconds = Decimal(rest) / 10**decimals
    side = hemispheres[1] if value < 0 and units else hemispheres[0]
    width = 3 + decimals if decimals else 2
    return f"{degrees}° {minutes:02d}' {seconds:0{width}.{decimals}f}\" {side}"


def latitude_words(value: Number) -> str:
    """For example 0° 30' 12.345" LS."""
    return dms_words(value, ("LU", "LS"))


def longitude_words(value: Number) -> str:
    """For example 116° 20' 11.222" BT."""
    return dms_words(value, ("BT", "BB"))


def position_words(lat: Number, lon: Number) -> str:
    """Both, as a sentence names them."""
    return f"{latitude_words(lat)} dan {longitude_words(lon)}"
