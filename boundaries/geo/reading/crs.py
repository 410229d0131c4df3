"""Coordinate reference systems: which one a file names, and the way from there to longitude and latitude."""

import re
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from boundaries.geo.reading.features import UnreadableError

WGS84 = CRS.from_epsg(4326)
Array = NDArray[np.float64]
LONGEST_WKT = 20_000
# What a person may name when a file does not: Indonesia's UTM zones and its geographic systems.
CHOICES: tuple[tuple[int, str], ...] = (
    (4326, "WGS 84, bujur dan lintang (EPSG:4326)"),
    (9470, "SRGI2013, bujur dan lintang (EPSG:9470)"),
    (4755, "DGN95, bujur dan lintang (EPSG:4755)"),
    (4238, "ID74, bujur dan lintang (EPSG:4238)"),
    *((32600 + zone, f"WGS 84 / UTM zona {zone}N (EPSG:{32600 + zone})") for zone in range(46, 55)),
    *((32700 + zone, f"WGS 84 / UTM zona {zone}S (EPSG:{32700 + zone})") for zone in range(46, 55)),
    *((9430 + zone, f"SRGI2013 / UTM zona {zone}N (EPSG:{9430 + zone})") for zone in range(46, 53)),
    *((9440 + zone, f"SRGI2013 / UTM zona {zone}S (EPSG:{9440 + zone})") for zone in range(47, 55)),
    *((23820 + zone, f"DGN95 / UTM zona {zone}N (EPSG:{23820 + zone})") for zone in range(46, 53)),
    *((23830 + zone, f"DGN95 / UTM zona {zone}S (EPSG:{23830 + zone})") for zone in range(47, 55)),
)
_MODERN = (
    "WGS 84",
    "World Geodetic System",
    "SRGI",
    "DGN",
    "Datum Geodesi Nasional",
    "Sistem Referensi Geospasial",
)
HOW = (
    "Sebutkan sistem koordinatnya pada isian “Sistem koordinat”, atau simpan ulang berkas di QGIS "
    "(Export → Save Features As) dengan EPSG:4326."
)


def of_epsg(code: int) -> CRS:
    """The system of an EPSG number, refused in words when there is none."""
    try:
        return CRS.from_epsg(code)
    except CRSError:
        raise UnreadableError(f"Sistem koordinat EPSG:{code} tidak dikenal.", HOW) from None


def of_name(name: str) -> CRS:
    """The system of a name such as urn:ogc:def:crs:EPSG::32750 or CRS84; nothing else is looked up."""
    if re.search(r"CRS84h?$", name):
        return WGS84
    found = re.search(r"EPSG:(?:[\d.]*:)?(\d{4,6})$", name.strip(), re.IGNORECASE)
    if found is None:
        raise UnreadableError(f"Sistem koordinat “{name[:80]}” tidak dikenal.", HOW)
    return of_epsg(int(found[1]))


def of_wkt(text: str) -> CRS:
    """The system a .prj file describes."""
    try:
        if len(text) > LONGEST_WKT or not re.match(r"\s*[A-Z_]{4,20}\s*[\[(]", text):
            raise CRSError("no WKT")
        return CRS.from_wkt(text)
    except (CRSError, ProjError):
        raise UnreadableError(
            "Isi berkas .prj tidak dikenal sebagai sistem koordinat.", f"Perbaiki atau hapus .prj itu. {HOW}"
        ) from None


def label_of(crs: CRS) -> str:
    """How people know the system: its name and, where there is one, its EPSG number."""
    code = crs.to_epsg()
    return f"{crs.name} (EPSG:{code})" if code else str(crs.name)


def is_degrees(crs: CRS) -> bool:
    """Whether the file's own coordinates already are the degrees we keep."""
    return bool(
        crs.to_epsg() in {4326, 9470, 4755} or (crs.is_geographic and _is_modern(crs) and _greenwich(crs))
    )


def _greenwich(crs: CRS) -> bool:
    meridian = crs.prime_meridian
    return meridian is None or abs(meridian.longitude) < 1e-9


def _is_modern(crs: CRS) -> bool:
    datum = str(getattr(crs.datum, "name", "") or "")
    return any(name in datum for name in _MODERN)


def note_of(crs: CRS) -> str:
    """What a reader should know of the transformation; nothing between systems that agree within centimetres."""
    if _is_modern(crs):
        return ""
    datum = str(getattr(crs.datum, "name", "") or "tak bernama")
    return (
        f"Datum berkas “{datum}” berbeda dari SRGI2013/WGS 84; hasil transformasi dapat berselisih beberapa meter. "
        "Cocokkan dengan titik yang diketahui."
    )


def to_degrees(crs: CRS) -> Callable[[Array], Array] | None:
    """The way from a system to longitude and latitude; None where there is nothing to do."""
    if is_degrees(crs):
        return None
    try:
        way = Transformer.from_crs(crs, WGS84, always_xy=True)
    except (CRSError, ProjError):
        raise UnreadableError(f"Koordinat {label_of(crs)} tidak dapat diubah ke EPSG:4326.", HOW) from None

    def turn(positions: Array) -> Array:
        return np.column_stack(way.transform(positions[:, 0], positions[:, 1]))

    return turn
