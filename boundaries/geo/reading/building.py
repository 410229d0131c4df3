"""Making geometries out of lists of positions, counting vertices and telling what was mended on the way."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from shapely import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from boundaries.geo.reading.features import MOST_VERTICES, UnreadableError

Array = NDArray[np.float64]
CLOSED = "Cincin bidang tidak tertutup; titik pertamanya diulang di akhir."
FLATTENED = "Ketinggian (koordinat ketiga) tidak dipakai dan dilepaskan."
DOUBLED = "Titik berurutan yang sama dibaca satu kali."


class BadGeometryError(ValueError):
    """One feature's geometry cannot be made; its words say why and what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def too_many_vertices() -> UnreadableError:
    """The refusal of a file with more vertices than we take, with how to thin it."""
    return UnreadableError(
        f"Berkas memuat lebih dari {MOST_VERTICES:,} titik.".replace(",", "."),
        "Sederhanakan lebih dahulu (QGIS: Vector → Geometry Tools → Simplify, toleransi 1–5 m; "
        "mapshaper: -simplify 10% keep-shapes), atau bagi berkas menurut wilayah, lalu unggah lagi.",
    )


class Builder:
    """Makes the geometries of one file and keeps count."""

    def __init__(self) -> None:
        self.vertices = 0
        self._notes: list[str] = []

    def notes(self) -> tuple[str, ...]:
        """What was mended since the last question."""
        told, self._notes = tuple(dict.fromkeys(self._notes)), []
        return told

    def spend(self, vertices: int) -> None:
        """Count vertices; refuse the file above the limit."""
        self.vertices += vertices
        if self.vertices > MOST_VERTICES:
            raise too_many_vertices()

    def positions(self, given: Any) -> Array:
        """Positions as an array of two columns."""
        try:
            array = np.asarray(given, dtype=np.float64)
        except (TypeError, ValueError, OverflowError):
            array = self._ragged(given)
        if array.size == 0:
            return np.empty((0, 2))
        if array.ndim != 2 or array.shape[1] < 2:
            raise _not_positions()
        self.spend(len(array))
        if array.shape[1] > 2:
            self._notes.append(FLATTENED)
        return np.ascontiguousarray(array[:, :2])

    def mark_flattened(self) -> None:
        """Note that heights were dropped."""
        self._notes.append(FLATTENED)

    def _ragged(self, given: Any) -> Array:
        """Positions of unequal length: some with a height, some without."""
        try:
            array = np.asarray([position[:2] for position in given], dtype=np.float64)
        except (TypeError, ValueError, OverflowError, KeyError, IndexError):
            raise _not_positions() from None
        self._notes.append(FLATTENED)
        return array

    def point(self, given: Any) -> Point:
        """One position."""
        array = self.positions([given] if given is not None and len(given) else [])
        return Point(array[0]) if len(array) else Point()

    def line(self, given: Any) -> LineString:
        """A line of two or more different positions."""
        array = self._without_repeats(self.positions(given))
        if len(array) == 1:
            raise BadGeometryError(
                "Garis hanya memuat satu titik.", "Garis memerlukan paling sedikit dua titik yang berbeda."
            )
        return LineString(array)

    def ring(self, given: Any) -> Array:
        """A closed ring of at least four positions."""
        array = self._without_repeats(self.positions(given))
        if len(array) == 0:
            return array
        if not np.array_equal(array[0], array[-1]) and np.isfinite(array).all():
            array = np.vstack([array, array[:1]])
            self._notes.append(CLOSED)
        if len(array) < 4:
            raise BadGeometryError(
                "Cincin bidang memuat kurang dari tiga titik yang berbeda.",
                "Gambar ulang bidangnya, atau hapus fitur ini dari berkas.",
            )
        return array

    def polygon(self, rings: Sequence[Any]) -> Polygon:
        """A polygon: its shell, then its holes."""
        made = [ring for ring in (self.ring(ring) for ring in rings) if len(ring)]
        return Polygon(made[0], made[1:]) if made else Polygon()

    def _without_repeats(self, array: Array) -> Array:
        """The same positions, neighbours that repeat read once."""
        if len(array) < 2:
            return array
        keep = np.concatenate([[True], np.any(array[1:] != array[:-1], axis=1)])
        if keep.all():
            return array
        self._notes.append(DOUBLED)
        kept: Array = array[keep]
        return kept


def together(parts: Sequence[BaseGeometry]) -> BaseGeometry | None:
    """Parts of one kind as one geometry; None when there are none."""
    parts = [part for part in parts if not part.is_empty]
    if len(parts) < 2:
        return parts[0] if parts else None
    flat = [piece for part in parts for piece in getattr(part, "geoms", (part,))]
    kinds: tuple[tuple[type[BaseGeometry], Any], ...] = (
        (Point, MultiPoint), (LineString, MultiLineString), (Polygon, MultiPolygon),
    )  # fmt: skip
    for kind, many in kinds:
        if all(isinstance(piece, kind) for piece in flat):
            made: BaseGeometry = many(flat)
            return made
    raise BadGeometryError(
        "Satu fitur mencampur titik, garis, dan bidang.",
        "Pisahkan menjadi fitur tersendiri menurut jenisnya.",
    )


def _not_positions() -> BadGeometryError:
    return BadGeometryError(
        "Koordinatnya bukan daftar pasangan angka bujur dan lintang.",
        "Tulis setiap titik sebagai [bujur, lintang], misalnya [117.15, -0.50].",
    )
