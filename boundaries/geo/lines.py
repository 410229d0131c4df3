"""Lines as people type, paste and send them: read, checked, and turned so that the first region lies on the left."""

import re
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString

from boundaries.geo import coordinates, geojson, measuring
from boundaries.geo.errors import GeometryError, counted, place

__all__ = ["GeometryError", "LineFacts", "Reading", "facts_of", "read", "read_line"]

MAX_TEXT = 20_000_000
# A frame around Indonesia with its seas: west, south, east, north.
INDONESIA = (94.0, -12.0, 142.0, 7.0)
_PAIR = re.compile(r"^\s*([-+]?\d+(?:\.\d+)?)\s*(?:[,;\t ]\s*)([-+]?\d+(?:\.\d+)?)\s*[,;]?\s*$")

Vertices = NDArray[np.float64]


@dataclass(frozen=True)
class Reading:
    """A line and what was done to it while reading."""

    line: LineString
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class LineFacts:
    """What the register writes down beside the vertices."""

    vertex_count: int
    length_m: float
    bbox: tuple[float, float, float, float]


def read_line(text: str) -> LineString:
    """The line of a pasted text or GeoJSON in degrees of longitude and latitude; raises GeometryError."""
    return read(text).line


def read(text: str) -> Reading:
    """The line of a text with notes on what was dropped or transformed; raises GeometryError."""
    if len(text) > MAX_TEXT:
        raise GeometryError(
            f"Teksnya {counted(len(text) // 1_000_000)} juta huruf; terlalu panjang untuk satu garis.",
            "Sederhanakan garisnya sampai paling banyak 200.000 titik, lalu kirim lagi.",
        )
    if not text.strip("\ufeff \t\r\n"):
        raise GeometryError("Belum ada titik.", "Tempel koordinat satu per baris, atau GeoJSON.")
    vertices, notes = _from_geojson(text) if geojson.looks_like(text) else _from_rows(text)
    kept, dropped = without_repeats(checked(vertices))
    if dropped:
        notes = (*notes, f"{counted(dropped)} titik yang mengulang titik sebelumnya tidak dipakai.")
    return Reading(simple(kept), notes)


def _from_geojson(text: str) -> tuple[Vertices, tuple[str, ...]]:
    found = geojson.coordinates_of(geojson.read(text), geojson.LINES)
    if len(found.parts) == 1:
        return found.parts[0], found.notes
    for part in found.parts:
        checked(part)
    merged = shapely.line_merge(shapely.MultiLineString([part for part in found.parts if len(part) > 1]))
    if not isinstance(merged, LineString) or merged.is_empty:
        raise GeometryError(
            f"Garis ini terdiri atas {counted(len(found.parts))} bagian yang tidak bersambung.",
            "Sambungkan bagian-bagiannya menjadi satu garis, lalu kirim lagi.",
        )
    note = f"{counted(len(found.parts))} bagian garis disambung menjadi satu."
    return shapely.get_coordinates(merged), (*found.notes, note)


def _from_rows(text: str) -> tuple[Vertices, tuple[str, ...]]:
    """One coordinate per row in any form; the order of plain numbers is told by Indonesia's place on the globe."""
    rows = [(number, row.strip("\ufeff \t;,")) for number, row in enumerate(text.splitlines(), 1)]
    rows = [(number, row) for number, row in rows if row]
    geojson.check_count(len(rows))
    plain = [_PAIR.match(row) for _number, row in rows]
    if not all(plain):
        return np.array([_spelled(*row) for row in rows]), ()
    pairs = np.array([[float(found[1]), float(found[2])] for found in plain if found])
    latitude_first = (np.abs(pairs[:, 0]) <= 90) & (np.abs(pairs[:, 1]) > 90)
    if latitude_first.any() and not latitude_first.all():
        odd = int(np.flatnonzero(latitude_first != latitude_first[0])[0])
        raise GeometryError(
            "Urutan lintang dan bujur tidak sama pada semua baris.",
            "Tulis semua baris dalam urutan yang sama.",
            f"Baris {counted(rows[odd][0])}: “{rows[odd][1].strip()[:60]}”.",
        )
    if latitude_first.all():
        return pairs[:, ::-1].copy(), ("Dibaca sebagai lintang lalu bujur.",)
    return pairs, ("Dibaca sebagai bujur lalu lintang.",)


def _spelled(number: int, row: str) -> tuple[float, float]:
    """One row in any form of coordinates: degrees with words, minutes and seconds, UTM with its zone."""
    try:
        return coordinates.parse(row).lonlat
    except coordinates.CoordinateError as error:
        raise GeometryError(error.message, error.remedy, f"Baris {counted(number)}: “{row[:60]}”.") from None


def checked(vertices: Vertices) -> Vertices:
    """Vertices that lie where a boundary of Indonesia can lie; raises GeometryError."""
    if not len(vertices):
        raise GeometryError("Garisnya kosong.", "Kirim paling sedikit dua titik.")
    geojson.check_count(len(vertices))
    if not np.isfinite(vertices).all():
        number = int(np.flatnonzero(~np.isfinite(vertices).all(axis=1))[0])
        raise GeometryError(f"Titik ke-{counted(number + 1)} bukan angka.", "Perbaiki atau hapus titik itu.")
    x, y = vertices[:, 0], vertices[:, 1]
    _refuse_swapped(x, y)
    _refuse_metres(x, y)
    if len(x) > 1 and (np.abs(np.diff(x)) > 180).any():
        number = int(np.flatnonzero(np.abs(np.diff(x)) > 180)[0])
        raise GeometryError(
            "Garis melompati bujur 180° (antimeridian).",
            "Periksa tanda bujurnya; bujur Indonesia 95° sampai 141° Timur, tanpa tanda minus.",
            f"Antara titik ke-{counted(number + 1)} dan ke-{counted(number + 2)}.",
        )
    _refuse_elsewhere(x, y)
    return vertices


def _inside(x: Vertices, y: Vertices) -> NDArray[np.bool_]:
    west, south, east, north = INDONESIA
    found: NDArray[np.bool_] = (x >= west) & (x <= east) & (y >= south) & (y <= north)
    return found


def _refuse_swapped(x: Vertices, y: Vertices) -> None:
    turned = _inside(y, x)
    if turned.any() and not _inside(x, y).any():
        number = int(np.flatnonzero(turned)[0])
        raise GeometryError(
            "Lintang dan bujur tertukar.",
            "GeoJSON menulis bujur dahulu, lalu lintang: [115.12, -0.51]. Tukar urutannya, lalu kirim lagi.",
            f"Titik ke-{counted(number + 1)}: [{x[number]:g}, {y[number]:g}].",
        )


def _refuse_metres(x: Vertices, y: Vertices) -> None:
    wild = (np.abs(x) > 180) | (np.abs(y) > 90)
    if wild.any():
        number = int(np.flatnonzero(wild)[0])
        raise GeometryError(
            "Angkanya terlalu besar untuk derajat; tampaknya meter UTM atau satuan lain.",
            "Alihkan dahulu ke derajat WGS 84 (EPSG:4326), atau tulis koordinat UTM lengkap dengan zonanya, "
            "satu per baris.",
            f"Titik ke-{counted(number + 1)}: {x[number]:g}, {y[number]:g}.",
        )


def _refuse_elsewhere(x: Vertices, y: Vertices) -> None:
    outside = ~_inside(x, y)
    if outside.any():
        number = int(np.flatnonzero(outside)[0])
        raise GeometryError(
            f"{counted(int(outside.sum()))} titik terletak di luar Indonesia.",
            "Periksa tanda (LS bertanda minus), zona, dan sistem koordinatnya.",
            f"Titik ke-{counted(number + 1)}: {place(x[number], y[number])}.",
        )


def without_repeats(vertices: Vertices) -> tuple[Vertices, int]:
    """The vertices without those that repeat the one before, and how many those were."""
    keep = np.r_[True, np.any(np.diff(vertices, axis=0) != 0, axis=1)]
    return vertices[keep], int((~keep).sum())


def simple(vertices: Vertices) -> LineString:
    """A line of two or more vertices that neither crosses nor touches itself; raises GeometryError."""
    if len(vertices) < 2:
        raise GeometryError(
            "Garis memerlukan paling sedikit dua titik yang berbeda.", "Tambahkan titik lainnya."
        )
    line = LineString(vertices)
    if not line.is_simple:
        x, y, after = crossing_of(line)
        raise GeometryError(
            "Garis memotong atau menyentuh dirinya sendiri.",
            "Perbaiki urutan atau letak titik di sekitar tempat itu, lalu kirim lagi.",
            f"Di {place(x, y)}, sesudah titik ke-{counted(after)}.",
        )
    return line


def crossing_of(line: LineString) -> tuple[float, float, int]:
    """The first place where a line meets itself, and the number of the vertex before it."""
    ends = shapely.get_coordinates(shapely.boundary(shapely.get_parts(shapely.node(line))))
    vertices = shapely.get_coordinates(line)
    inner = ends[~((ends == vertices[0]).all(axis=1) | (ends == vertices[-1]).all(axis=1))]
    # A line that comes back to its own end has no node inside.
    nodes = inner if len(inner) else vertices[[-1]]
    along = shapely.line_locate_point(line, shapely.points(nodes))
    first = int(np.argmin(along))
    reached = np.r_[0, np.cumsum(np.hypot(*np.diff(vertices, axis=0).T))]
    after = int(np.searchsorted(reached, along[first], side="right"))
    return float(nodes[first, 0]), float(nodes[first, 1]), max(after, 1)


def facts_of(line: LineString) -> LineFacts:
    """How many vertices, how long on the ellipsoid, and between which degrees."""
    west, south, east, north = line.bounds
    return LineFacts(
        int(shapely.get_num_coordinates(line)), measuring.length_m(line), (west, south, east, north)
    )
