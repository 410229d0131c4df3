"""Features of a layer as offices send them: GeoJSON, or CSV with one point per row; read one by one, faults named.

Of the columns only the name and known figures are taken: no personal data is read into the register.
"""

import csv
import io
import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely

from boundaries.geo import geojson
from boundaries.geo.errors import GeometryError, counted
from boundaries.geo.lines import checked

MAX_FEATURES = 20_000
MAX_VERTICES = 300_000
MOST_FAULTS = 200
SHAPES = {0: "titik", 1: "garis", 2: "area"}
NAMES = ("nama", "name", "namobj", "nama_objek", "desa", "keterangan")
LATITUDES, LONGITUDES = ("lat", "lintang", "latitude", "y"), ("lon", "lng", "bujur", "longitude", "long", "x")
# Column names by the figure they give.
FIGURES = {
    "penduduk": "penduduk", "jumlah_penduduk": "penduduk", "population": "penduduk", "jiwa": "penduduk",
    "kk": "kk", "siswa": "siswa", "kapasitas": "kapasitas", "luas_ha": "luas_ha",
}  # fmt: skip
_DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}


@dataclass(frozen=True)
class FeatureRow:
    """One feature that can be taken, with its number in the file."""

    number: int
    name: str
    geometry: shapely.Geometry
    figures: dict[str, float]


@dataclass
class FeatureReading:
    """A whole file as it was read: what can be taken and what is wrong, feature by feature."""

    rows: list[FeatureRow] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    shape: str = ""

    def refuse(self, number: int, why: str) -> None:
        """Note what is wrong with a feature."""
        self.faults.append((number, why))


def read_features(text: str, name_column: str = "") -> FeatureReading:
    """The features of a GeoJSON or CSV text. Raises GeometryError where the file as a whole cannot be read."""
    text = text.lstrip("\ufeff")
    if not text.strip():
        raise GeometryError("Berkasnya kosong.", "Ekspor ulang lapisannya.")
    reading = FeatureReading()
    rows = _from_geojson(text) if geojson.looks_like(text) else _from_csv(text)
    if not rows:
        raise GeometryError("Tidak ada objek dalam berkas ini.", "Ekspor ulang lapisannya.")
    if len(rows) > MAX_FEATURES:
        raise GeometryError(
            f"Berkas memuat {counted(len(rows))} objek; paling banyak {counted(MAX_FEATURES)}.",
            "Potong menurut kabupaten atau kecamatan di sekitar segmen.",
        )
    vertices = 0
    for number, (geometry, columns) in enumerate(rows, 1):
        try:
            row = _row(number, geometry, columns, name_column)
        except GeometryError as error:
            reading.refuse(number, str(error))
            continue
        vertices += int(shapely.get_num_coordinates(row.geometry))
        if vertices > MAX_VERTICES:
            raise GeometryError(
                f"Berkas memuat lebih dari {counted(MAX_VERTICES)} titik sudut.",
                "Sederhanakan bentuknya (Simplify, toleransi 1 m), lalu kirim lagi.",
            )
        _take(reading, row)
    return reading


def _take(reading: FeatureReading, row: FeatureRow) -> None:
    """Add a feature of the same shape as the first; a layer holds one shape."""
    shape = SHAPES[int(shapely.get_dimensions(row.geometry))]
    reading.shape = reading.shape or shape
    if shape != reading.shape:
        reading.refuse(
            row.number,
            f"Bentuknya {shape}, sedangkan lapisan ini berisi {reading.shape}. Pisahkan berkasnya.",
        )
    else:
        reading.rows.append(row)


def _row(
    number: int, geometry: shapely.Geometry | dict[str, Any] | None, columns: dict[str, Any], name_column: str
) -> FeatureRow:
    shape = geometry if isinstance(geometry, shapely.Geometry) else _geometry(geometry)
    return FeatureRow(number, _name(number, columns, name_column), shape, _figures(columns))


def _from_geojson(text: str) -> list[tuple[Any, dict[str, Any]]]:
    document = geojson.read(text)
    if geojson.transformer_of(document) is not None:
        raise GeometryError(
            "Sistem koordinat berkas bukan derajat WGS 84.",
            "Ekspor ulang sebagai GeoJSON WGS 84 (EPSG:4326).",
        )
    found = document.get("features") if document.get("type") == "FeatureCollection" else [document]
    if not isinstance(found, list) or (document.get("type") not in {"FeatureCollection", "Feature"}):
        raise GeometryError("Berkas ini bukan FeatureCollection.", "Ekspor seluruh lapisan sebagai GeoJSON.")
    rows = []
    for feature in found:
        known = feature if isinstance(feature, dict) else {}
        columns = known.get("properties")
        rows.append((known.get("geometry"), _folded(columns if isinstance(columns, dict) else {})))
    return rows


def _folded(columns: dict[str, Any]) -> dict[str, Any]:
    return {str(key).strip().lower().replace(" ", "_"): value for key, value in columns.items()}


def _geometry(row: Any) -> shapely.Geometry:
    """A checked geometry of a feature. Raises GeometryError."""
    kind = row.get("type") if isinstance(row, dict) else None
    if not isinstance(row, dict) or not row.get("coordinates"):
        raise GeometryError("Geometrinya kosong.", "Hapus objek itu atau lengkapi bentuknya.")
    if kind not in _DEPTH:
        raise GeometryError(f"Jenis geometri “{str(kind)[:40]}” tidak dikenal.")
    chains = _chains(row["coordinates"], _DEPTH[kind])
    geojson.check_count(sum(len(chain) for chain in chains if isinstance(chain, list)))
    parts = [geojson.positions(chain)[:, :2] for chain in chains]
    checked(np.concatenate(parts))
    if kind in geojson.AREAS:
        _require_closed(parts)
    try:
        found = shapely.geometry.shape({"type": kind, "coordinates": row["coordinates"]})
    except (ValueError, TypeError, IndexError, shapely.errors.GEOSException):
        raise GeometryError("Susunan koordinatnya tidak benar.", "Ekspor ulang objek itu.") from None
    return _sound(shapely.force_2d(found))


def _sound(found: shapely.Geometry) -> shapely.Geometry:
    if found.is_empty:
        raise GeometryError("Geometrinya kosong.", "Hapus objek itu atau lengkapi bentuknya.")
    if shapely.get_dimensions(found) == 1 and not found.length:
        raise GeometryError("Garisnya tidak punya panjang.", "Hapus objek itu.")
    if not found.is_valid:
        raise GeometryError("Bentuknya memotong dirinya sendiri.", "Perbaiki geometrinya (Fix geometries).")
    return found


def _chains(value: Any, depth: int) -> list[list[Any]]:
    """The chains of positions, whatever deep they lie."""
    if depth == 0:
        return [[value]]
    if not isinstance(value, list) or not value:
        raise GeometryError("Susunan koordinatnya tidak benar.", "Ekspor ulang objek itu.")
    if depth == 1:
        return [value]
    return [chain for part in value for chain in _chains(part, depth - 1)]


def _require_closed(rings: list[Any]) -> None:
    for ring in rings:
        if len(ring) < 4 or not np.array_equal(ring[0], ring[-1]):
            raise GeometryError(
                "Cincin poligonnya tidak tertutup.", "Titik terakhir harus sama dengan titik pertama."
            )


def _from_csv(text: str) -> list[tuple[Any, dict[str, Any]]]:
    """Rows with latitude and longitude in decimal degrees."""
    head = text.partition("\n")[0]
    sign = max(";,\t", key=head.count)
    try:
        table = [_folded(row) for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=sign)]
    except csv.Error:
        raise GeometryError("Berkas tidak terbaca sebagai CSV.", "Simpan ulang sebagai CSV UTF-8.") from None
    names = {
        str(name).strip().lower().replace(" ", "_") for name in next(csv.reader([head], delimiter=sign), [])
    }
    if not (names & set(LATITUDES) and names & set(LONGITUDES)):
        raise GeometryError(
            "Kolom lintang dan bujur tidak ditemukan.",
            "Beri nama kolomnya lat dan lon, dalam derajat desimal.",
            f"Kolom berkas ini: {', '.join(sorted(names))[:200]}.",
        )
    return [(_pair(row), row) for row in table]


def _pair(row: dict[str, Any]) -> dict[str, Any]:
    """The position of a row as GeoJSON; what is no number is refused later as such."""
    position = [_number(_first(row, LONGITUDES)), _number(_first(row, LATITUDES))]
    return {"type": "Point", "coordinates": position}


def _first(row: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) not in (None, "")), None)


def _number(value: Any) -> float | None:
    """A finite number; a decimal comma is understood."""
    if isinstance(value, bool) or value is None:
        return None
    try:
        found = float(value.strip().replace(",", ".") if isinstance(value, str) else value)
    except (ValueError, TypeError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def _name(number: int, columns: dict[str, Any], wanted: str) -> str:
    places = (wanted.strip().lower().replace(" ", "_"), *NAMES)
    found = next((columns[place] for place in places if place and columns.get(place)), "")
    text = " ".join(str(found).replace("\x00", "").split())
    return text[:200] or f"Tanpa nama ({number})"


def _figures(columns: dict[str, Any]) -> dict[str, float]:
    """Known figures; a figure that is no number or negative is refused, an empty one is simply missing."""
    found: dict[str, float] = {}
    for column, figure in FIGURES.items():
        value = columns.get(column)
        if value in (None, ""):
            continue
        number = _number(value)
        if number is None or number < 0:
            raise GeometryError(
                f"Kolom {column} bukan bilangan: “{str(value)[:40]}”.", "Perbaiki atau kosongkan."
            )
        found.setdefault(figure, number)
    return found
