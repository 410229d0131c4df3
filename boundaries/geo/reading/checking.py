"""Is a geometry what it should be: closed, simple, on earth, in Indonesia, not turned around."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from boundaries.geo.reading.building import Array
from boundaries.geo.reading.features import Problem

# A generous frame: the sea around is inside it, Sydney and Madagascar are not.
WEST, SOUTH, EAST, NORTH = 92.0, -13.0, 143.0, 9.0
_UTM = "Sebutkan zona UTM-nya pada isian “Sistem koordinat” (Kalimantan Timur: zona 50N di utara, 50S di selatan khatulistiwa)."


def before(where: str, geometry: BaseGeometry | None, degrees: bool) -> Problem | None:
    """What is wrong with the file's own coordinates."""
    if geometry is None or geometry.is_empty:
        return Problem(
            where,
            "Fitur ini tidak mempunyai geometri.",
            "Gambar geometrinya, atau hapus fitur ini dari berkas.",
        )
    positions = shapely.get_coordinates(geometry)
    if not np.isfinite(positions).all():
        return Problem(
            where, "Koordinatnya memuat nilai yang bukan angka (NaN atau tak hingga).",
            "Perbaiki atau hapus titik itu pada berkas sumber.",
        )  # fmt: skip
    if not degrees and np.abs(positions).max() <= 360:
        return Problem(
            where, "Koordinatnya tampak dalam derajat, padahal sistem koordinat berkas memakai meter.",
            "Pilih “WGS 84, bujur dan lintang (EPSG:4326)” pada isian “Sistem koordinat”, atau perbaiki .prj-nya.",
        )  # fmt: skip
    if degrees and np.abs(positions).max() > 1000:
        return Problem(where, "Koordinatnya tampak dalam meter (UTM), bukan derajat.", _UTM)
    return None


def after(where: str, geometry: BaseGeometry, projected: bool) -> Problem | None:
    """What is wrong with a geometry in longitude and latitude."""
    return _place(where, shapely.get_coordinates(geometry), projected) or _shape(where, geometry)


def _place(where: str, positions: Array, projected: bool) -> Problem | None:
    if not np.isfinite(positions).all():
        return Problem(
            where, "Koordinatnya tidak dapat diubah ke bujur dan lintang.", f"Periksa zonanya. {_UTM}"
        )
    west, south = positions.min(axis=0)
    east, north = positions.max(axis=0)
    if east - west > 180:
        return Problem(
            where, "Bujurnya melompati garis 180° (antimeridian).",
            "Indonesia terletak di antara 95° dan 141° BT; perbaiki titik yang bujurnya salah.",
        )  # fmt: skip
    if west >= WEST and east <= EAST and south >= SOUTH and north <= NORTH:
        return None
    if south >= WEST and north <= EAST and west >= SOUTH and east <= NORTH:
        return Problem(
            where, "Lintang dan bujurnya tertukar.",
            "Tukar kedua kolomnya: bujur (sekitar 117) dahulu, lalu lintang (sekitar 0).",
        )  # fmt: skip
    away = positions[_outside(positions)][0]
    place = f"bujur {away[0]:.5f}, lintang {away[1]:.5f}"
    if projected:
        return Problem(where, f"Setelah diubah, letaknya di luar Indonesia ({place}); zonanya keliru.", _UTM)
    return Problem(
        where,
        f"Letaknya di luar Indonesia ({place}).",
        "Periksa angka, tanda minus, dan urutan bujur–lintangnya.",
    )


def _outside(positions: Array) -> Array:
    x, y = positions.T
    outside: Array = (x < WEST) | (x > EAST) | (y < SOUTH) | (y > NORTH)
    return outside


def _shape(where: str, geometry: BaseGeometry) -> Problem | None:
    if "Line" in geometry.geom_type and not geometry.is_simple:
        return Problem(
            where, f"Garisnya memotong atau menyusuri dirinya sendiri{_crossing(geometry)}.",
            "Hapus simpulnya di QGIS (Vertex Tool), atau bagi garis di titik potong itu.",
        )  # fmt: skip
    if "Polygon" in geometry.geom_type and not geometry.is_valid:
        reason = explain_validity(geometry)
        return Problem(
            where, f"Bidangnya tidak sah: {_reason(reason)}.", "Perbaiki dengan QGIS (Processing → Fix Geometries).",
        )  # fmt: skip
    return None


_REASONS = {
    "Self-intersection": "tepinya memotong dirinya sendiri",
    "Ring Self-intersection": "tepinya menyentuh dirinya sendiri",
    "Hole lies outside shell": "lubangnya di luar bidang",
    "Holes are nested": "lubangnya bertumpuk",
    "Interior is disconnected": "bagian dalamnya terputus",
    "Nested shells": "bagian-bagiannya bertumpuk",
    "Duplicate Rings": "tepinya tertulis dua kali",
    "Too few points in geometry component": "titiknya kurang",
}


def _reason(given: str) -> str:
    """GEOS's words in ours, with the place."""
    words, _bracket, place = given.partition("[")
    told = _REASONS.get(words.strip(), "bentuknya rusak")
    parts = place.rstrip("]").split()
    return (
        f"{told} di bujur {float(parts[0]):.6f}, lintang {float(parts[1]):.6f}" if len(parts) >= 2 else told
    )


def _crossing(line: BaseGeometry) -> str:
    """Where a line first meets itself; nothing for lines too long to ask."""
    if shapely.get_num_coordinates(line) > 100_000:
        return ""
    seen = next(_meetings(line), None)
    return f" di sekitar bujur {seen[0]:.6f}, lintang {seen[1]:.6f}" if seen is not None else ""


def _meetings(line: BaseGeometry) -> Iterator[Array]:
    """Nodes at which three or more ends of the noded line meet."""
    pieces = shapely.get_parts(shapely.node(line))
    ends = np.vstack([shapely.get_coordinates(piece)[[0, -1]] for piece in pieces])
    places, counts = np.unique(ends, axis=0, return_counts=True)
    yield from places[counts > 2]
