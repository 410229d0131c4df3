"""Which reader a file needs, and the checks every reader's features go through."""

import numpy as np
import shapely
from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from boundaries.geo.reading import checking, geojson, gpx, kml, shapefiles, tables
from boundaries.geo.reading import crs as systems
from boundaries.geo.reading.building import Builder
from boundaries.geo.reading.features import (
    MOST_BYTES,
    MOST_FEATURES,
    MOST_PROBLEMS,
    Feature,
    Problem,
    Raw,
    Reading,
    Source,
    UnreadableError,
)

EXTENSIONS = (".geojson", ".json", ".kml", ".kmz", ".zip", ".gpx", ".csv", ".xlsx")
_READERS = {
    "geojson": geojson.read, "json": geojson.read, "kml": kml.read, "kmz": kml.read_kmz, "zip": shapefiles.read,
    "gpx": gpx.read,
}  # fmt: skip
_ZIPPED = {"kmz", "zip", "xlsx"}


def read_file(name: str, content: bytes, *, epsg: int | None = None) -> Reading:
    """Read a whole file; `epsg` is the system a person names. Raises UnreadableError."""
    kind = _kind(name, content)
    named = systems.of_epsg(epsg) if epsg else None
    builder = Builder()
    if kind in {"csv", "xlsx"}:
        source = tables.read(kind, content, builder, named)
    else:
        source = _READERS[kind](content, builder)
    system = _system(source, named)
    reading = Reading(source.format, systems.label_of(system), not systems.is_degrees(system))
    for note in (*source.notes, systems.note_of(system), _overruled(source, named)):
        if note:
            reading.problems.append(Problem("Berkas", note, blocking=False))
    _gather(reading, source, system)
    reading.vertices = builder.vertices
    if not reading.features and not reading.problems:
        raise UnreadableError(
            "Berkas tidak memuat satu fitur pun.", "Periksa lapisan yang diekspor, lalu unggah lagi."
        )
    return reading


def _kind(name: str, content: bytes) -> str:
    """The kind a name promises, held against the first bytes."""
    kind = name.rpartition(".")[2].lower()
    if f".{kind}" not in EXTENSIONS:
        raise UnreadableError(
            f"Jenis berkas “{name[-60:]}” tidak dikenal.",
            "Unggah GeoJSON, KML, KMZ, Shapefile (ZIP), GPX, CSV, atau XLSX.",
        )
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise UnreadableError("Berkas kosong.", "Periksa berkas di komputer Anda, lalu unggah lagi.")
    if len(content) > MOST_BYTES:
        raise UnreadableError(
            f"Berkas lebih dari {MOST_BYTES // 1024 // 1024} MB.",
            "Sederhanakan datanya (mapshaper: -simplify 10%), buang atribut yang tidak perlu, atau bagi menurut wilayah.",
        )
    if (content[:4] == b"PK\x03\x04") != (kind in _ZIPPED):
        raise UnreadableError(
            f"Isi berkas tidak sesuai dengan akhiran .{kind}.",
            "Pakai akhiran yang benar atau ekspor ulang berkasnya.",
        )
    return kind


def _system(source: Source, named: CRS | None) -> CRS:
    """The file's own system; else what the person names; else what its format presumes; else a question."""
    found = source.crs or named or source.presumed
    if found is None:
        raise UnreadableError(source.ask or "Sistem koordinat berkas tidak diketahui.", systems.HOW)
    return found


def _overruled(source: Source, named: CRS | None) -> str:
    """A word where the person named another system than the file does."""
    if source.crs is None or named is None or source.crs == named or source.crs.to_epsg() == named.to_epsg():
        return ""
    return f"Berkas menyebut {systems.label_of(source.crs)}; isian {systems.label_of(named)} diabaikan."


def _gather(reading: Reading, source: Source, system: CRS) -> None:
    """Take every feature through the checks, faults beside it."""
    way = systems.to_degrees(system)
    heights: list[str] = []
    for count, item in enumerate(source.items, 1):
        if count > MOST_FEATURES:
            raise UnreadableError(
                f"Berkas memuat lebih dari {MOST_FEATURES} fitur.",
                "Bagi berkasnya, lalu unggah satu per satu.",
            )
        if isinstance(item, Problem):
            reading.problems.append(item)
        else:
            _take(reading, item, way, system.is_geographic)
        if sum(problem.blocking for problem in reading.problems) >= MOST_PROBLEMS:
            reading.problems.append(
                Problem(
                    "Berkas",
                    "Terlalu banyak kesalahan; pembacaan dihentikan.",
                    "Perbaiki yang tertulis dahulu, lalu unggah lagi.",
                )
            )
            break
    _shorten(reading, heights)


def _take(reading: Reading, raw: Raw, way: object, degrees: bool) -> None:
    problem = checking.before(raw.where, raw.geometry, degrees)
    if problem is None and raw.geometry is not None:
        geometry: BaseGeometry = shapely.transform(raw.geometry, way) if callable(way) else raw.geometry
        problem = checking.after(raw.where, geometry, callable(way) and not degrees)
        if problem is None:
            reading.features.append(Feature(raw.number, raw.where, geometry, raw.properties))
            reading.problems += [Problem(raw.where, note, blocking=False) for note in raw.notes]
    if problem is not None:
        reading.problems.append(problem)


def _shorten(reading: Reading, _heights: list[str]) -> None:
    """The same note many times is told once, with how often."""
    faults = [problem for problem in reading.problems if problem.blocking]
    notes: dict[str, list[Problem]] = {}
    for problem in reading.problems:
        if not problem.blocking:
            notes.setdefault(problem.message, []).append(problem)
    told = []
    for message, rows in notes.items():
        where = rows[0].where if len(rows) == 1 else f"{rows[0].where} dan {len(rows) - 1} lainnya"
        told.append(Problem(where, message, rows[0].remedy, blocking=False))
    reading.problems = faults + told


def bounds(features: list[Feature]) -> tuple[float, float, float, float] | None:
    """West, south, east, north of all features."""
    if not features:
        return None
    west, south, east, north = np.array(
        shapely.total_bounds([feature.geometry for feature in features])
    ).tolist()
    return west, south, east, north
