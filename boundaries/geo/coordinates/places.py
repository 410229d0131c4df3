"""Where a position may lie: inside Indonesia, and near the regions it is said to bound."""

from dataclasses import dataclass

from boundaries.geo.coordinates.errors import CoordinateError


@dataclass(frozen=True)
class Window:
    """A box in degrees that must hold a position."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a position lies in the box or on its edge; NaN lies nowhere."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def wider(self, degrees: float) -> "Window":
        """The same box with a margin."""
        return Window(self.west - degrees, self.south - degrees, self.east + degrees, self.north + degrees)


# The land of Indonesia with its outermost islands and room for old datums.
INDONESIA = Window(94.5, -11.5, 141.5, 6.5)


def check_indonesia(lon: float, lat: float) -> None:
    """Refuse a position outside Indonesia, saying what most likely went wrong."""
    if INDONESIA.holds(lon, lat):
        return
    if not (abs(lat) <= 90 and abs(lon) <= 360) and not INDONESIA.holds(abs(lat), lon):
        raise CoordinateError(
            f"Lintang {_number(lat)} dan bujur {_number(lon)} tidak ada di bumi.",
            "Lintang berada di antara -90 dan 90, bujur di antara -180 dan 180; periksa angkanya.",
            "off_earth",
        )
    if INDONESIA.holds(abs(lat), lon):
        raise CoordinateError(
            f"Lintang dan bujur tertukar: {_number(lat)} adalah bujur, {_number(lon)} adalah lintang.",
            "Tukar keduanya: lintang (LU/LS) paling besar 11°, bujur (BT) di antara 94° dan 142°.",
            "swapped",
        )
    raise _far_from_indonesia(lon, lat)


def _far_from_indonesia(lon: float, lat: float) -> CoordinateError:
    if abs(lon) >= 179:
        return CoordinateError(
            f"Bujur {_number(lon)} berada di garis bujur 180° (antimeridian) atau melewatinya.",
            "Indonesia seluruhnya di antara 94° BT dan 142° BT; periksa bujurnya.",
            "antimeridian",
        )
    if INDONESIA.holds(-lon, lat):
        return CoordinateError(
            f"Bujur {_number(lon)} terletak di bujur barat.",
            "Indonesia terletak di bujur timur; hapus tanda minus atau ganti BB (W) menjadi BT (E).",
            "west",
        )
    return CoordinateError(
        f"Posisi lintang {_number(lat)}, bujur {_number(lon)} terletak di luar Indonesia.",
        "Periksa angka, tanda, dan zonanya: lintang di antara -11 dan 6, bujur di antara 95 dan 141.",
        "outside",
    )


def check_window(lon: float, lat: float, window: Window, name: str, zone: str = "") -> None:
    """Refuse a position away from the regions named; the neighbouring UTM zone is named when it would fit."""
    if window.holds(lon, lat):
        return
    for step in (-1, 1):
        if zone and window.holds(lon + 6 * step, lat):
            fitting = f"{int(zone[:2]) + step}{zone[2:]}"
            raise CoordinateError(
                f"Dengan zona {zone} titik jatuh jauh di luar {name}; dengan zona {fitting} ada di dalamnya.",
                f"Periksa zonanya, barangkali {fitting}.",
                "wrong_zone",
            )
    if window.holds(lon, -lat):
        raise CoordinateError(
            f"Titik jatuh di luar {name}, tetapi cocok bila lintang utara dan selatannya ditukar.",
            "Periksa LU/LS, tanda minus, atau huruf zonanya (N/S).",
            "wrong_hemisphere",
        )
    raise CoordinateError(
        f"Titik lintang {_number(lat)}, bujur {_number(lon)} terletak di luar {name}.",
        "Periksa angka, datum, dan segmennya.",
        "outside_regions",
    )


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
