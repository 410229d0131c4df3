"""One position on the ground in decimal degrees."""

import math
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from boundaries.geo.coordinates.errors import CoordinateError
from boundaries.geo.coordinates.places import check_indonesia

# Nine decimals of a degree are 0.1 mm on the ground.
STEP = Decimal("0.000000001")
Number = float | Decimal


class Notation(StrEnum):
    """How a position was written."""

    DMS = "dms"
    DECIMAL = "decimal"
    UTM = "utm"


@dataclass(frozen=True)
class Position:
    """Longitude and latitude in degrees, with how it was written and, where it was UTM, in which zone ("50S")."""

    lon: float
    lat: float
    notation: Notation | None = field(default=None, compare=False)
    zone: str = field(default="", compare=False)

    @property
    def lat_exact(self) -> Decimal:
        """Latitude as it is kept: nine decimals."""
        return Decimal(self.lat).quantize(STEP, ROUND_HALF_EVEN)

    @property
    def lon_exact(self) -> Decimal:
        """Longitude as it is kept: nine decimals."""
        return Decimal(self.lon).quantize(STEP, ROUND_HALF_EVEN)

    @property
    def lonlat(self) -> tuple[float, float]:
        """The pair in the order geometry wants."""
        return self.lon, self.lat


def position(lat: Number, lon: Number, notation: Notation | None = None, zone: str = "") -> Position:
    """A position from a latitude and a longitude; raises CoordinateError when it cannot be one of ours."""
    numbers = float(lat), float(lon)
    if not all(map(math.isfinite, numbers)):
        raise CoordinateError(
            "Lintang atau bujurnya bukan angka.", "Isi dengan angka, misalnya -0,412345.", "not_a_number"
        )
    check_indonesia(numbers[1], numbers[0])
    return Position(numbers[1], numbers[0], notation, zone)
