"""Zipped Shapefile: its parts must all be there, its .prj says the system, its .cpg the letters."""

import io
import struct
import warnings
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

import numpy as np
import shapefile
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from boundaries.geo.reading import crs as systems
from boundaries.geo.reading.archives import Archive, open_archive
from boundaries.geo.reading.building import Array, BadGeometryError, Builder, together
from boundaries.geo.reading.features import Problem, Raw, Source, UnreadableError, tidy

_MEND = "Ekspor ulang dari QGIS/ArcGIS sebagai ESRI Shapefile, kemas semua bagiannya menjadi satu ZIP, lalu unggah lagi."
_PARTS = (".shp", ".shx", ".dbf")
_BROKEN = (
    shapefile.ShapefileException, struct.error, ValueError, IndexError, KeyError, TypeError, AttributeError,
    OverflowError, MemoryError, AssertionError, OSError, EOFError,
)  # fmt: skip
NO_PRJ = "Berkas .prj tidak ada dalam ZIP, sehingga sistem koordinatnya tidak diketahui."


def read(content: bytes, builder: Builder) -> Source:
    """Open the one shapefile of a package."""
    archive = open_archive(content)
    stem = _stem(archive)
    parts = _parts(archive, stem)
    missing = [part for part in _PARTS if part not in parts]
    if missing:
        raise UnreadableError(
            f"Shapefile “{PurePosixPath(stem).name}” tidak lengkap: {', '.join(missing)} tidak ada.", _MEND
        )
    raw = {part: archive.read(parts[part]) for part in (*_PARTS, *(set(parts) & {".prj", ".cpg"}))}
    letters, note = _letters(raw)
    found = (
        systems.of_wkt(raw[".prj"].decode("utf-8", "replace").strip("\ufeff \0\r\n\t"))
        if ".prj" in raw
        else None
    )
    return Source("Shapefile", found, _features(raw, letters, builder), (note,) if note else (), ask=NO_PRJ)


def _stem(archive: Archive) -> str:
    """The name all parts share; several shapefiles in one package are refused."""
    main = archive.ending(".shp")
    if not main:
        lonely = archive.ending(*_PARTS, ".prj")
        if not lonely:
            raise UnreadableError("Berkas ZIP tidak memuat shapefile (.shp, .shx, .dbf).", _MEND)
        raise UnreadableError("Shapefile tidak lengkap: .shp tidak ada.", _MEND)
    if len(main) > 1:
        names = ", ".join(PurePosixPath(name).name for name in main[:5])
        raise UnreadableError(
            f"Berkas ZIP memuat {len(main)} shapefile ({names}).", "Unggah satu shapefile dalam satu ZIP."
        )
    return main[0][:-4]


def _parts(archive: Archive, stem: str) -> dict[str, str]:
    """The members that belong to the shapefile, by ending."""
    found = {}
    for name in archive.names:
        base, ending = name[:-4], name[-4:].lower()
        if base.lower() == stem.lower() and ending.startswith("."):
            found[ending] = name
    return found


def _letters(raw: dict[str, bytes]) -> tuple[str, str]:
    """The encoding of the attribute table, and a note where it had to be guessed."""
    named = raw.get(".cpg", b"").decode("ascii", "ignore").strip().lower()
    named = {"65001": "utf-8", "ansi 1252": "cp1252", "system": ""}.get(named, named)
    table = raw[".dbf"][int.from_bytes(raw[".dbf"][8:10], "little") :]  # behind the head, which is no text
    for letters in filter(None, (named, "utf-8")):
        try:
            table.decode(letters)
        except (LookupError, UnicodeDecodeError):
            continue
        return letters, ""
    note = "Huruf pada tabel atribut bukan UTF-8; dibaca sebagai Windows-1252. Periksa nama yang beraksen."
    return "cp1252", note


def _features(raw: dict[str, bytes], letters: str, builder: Builder) -> Iterator[Raw | Problem]:
    try:
        reader = _quietly(_reader, raw, letters)
        if len(reader) * 12 > len(raw[".shp"]):  # a record needs a header and a type
            raise ValueError
        pairs = reader.iterShapeRecords()
    except _BROKEN:
        raise _broken(0) from None
    number = 0
    while True:
        number += 1
        try:
            pair = _quietly(next, pairs, None)
        except _BROKEN:
            raise _broken(number) from None
        if pair is None:
            return
        yield _one(number, pair, builder)


def _reader(raw: dict[str, bytes], letters: str) -> Any:
    parts = {part[1:]: io.BytesIO(raw[part]) for part in _PARTS}
    return shapefile.Reader(**parts, encoding=letters, encodingErrors="replace")


def _quietly(act: Callable[..., Any], *given: Any) -> Any:
    """Do without the library's warnings: what is truly broken fails by itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return act(*given)


def _one(number: int, pair: Any, builder: Builder) -> Raw | Problem:
    where = f"Rekaman {number}"
    try:
        geometry = _geometry(pair.shape, builder)
        properties = {str(key)[:100]: tidy(value) for key, value in pair.record.as_dict().items()}
    except BadGeometryError as error:
        builder.notes()
        return Problem(where, error.message, error.remedy)
    except _BROKEN:
        raise _broken(number) from None
    return Raw(number, where, geometry, properties, builder.notes())


def _broken(number: int) -> UnreadableError:
    at = f" pada rekaman {number}" if number else ""
    return UnreadableError(f"Shapefile rusak{at}; bagian-bagiannya tidak cocok satu sama lain.", _MEND)


def _geometry(shape: Any, builder: Builder) -> BaseGeometry | None:
    kind = shape.shapeType % 10
    if kind == 0:
        return None
    points = builder.positions(shape.points)
    if shape.shapeType > 10:
        builder.mark_flattened()
    if kind in {1, 8}:
        builder.spend(-len(points))
        return together([builder.point(point) for point in points])
    if kind not in {3, 5}:
        raise BadGeometryError(
            "Jenis geometri shapefile ini (multipatch) tidak dikenal.", "Pakai titik, garis, atau bidang."
        )
    starts = [*shape.parts, len(points)]
    runs = [points[start:end] for start, end in pairwise(starts)]
    builder.spend(-len(points))  # the builders below count them again
    if kind == 3:
        return together([builder.line(run) for run in runs if len(run)])
    return _polygons([builder.ring(run) for run in runs if len(run)])


def _polygons(rings: list[Array]) -> BaseGeometry | None:
    """Clockwise rings are shells, the others holes of the smallest shell around them."""
    turns = [_turn(ring) for ring in rings]
    shells = [ring for ring, turn in zip(rings, turns, strict=True) if turn <= 0]
    holes = [ring for ring, turn in zip(rings, turns, strict=True) if turn > 0]
    if not shells:  # drawn the other way round: better taken than lost
        shells, holes = holes, []
    owned: list[list[Array]] = [[] for _shell in shells]
    plain = [Polygon(shell) for shell in shells]
    tree = shapely.STRtree(plain)
    for hole in holes:
        around = [int(at) for at in tree.query(shapely.Point(hole[0]), predicate="intersects")]
        if not around:
            raise BadGeometryError(
                "Lubang bidang terletak di luar bidangnya.", "Perbaiki dengan QGIS (Fix Geometries). "
            )
        owned[min(around, key=lambda at: plain[at].area)].append(hole)
    return together([Polygon(shell, inside) for shell, inside in zip(shells, owned, strict=True)])


def _turn(ring: Array) -> float:
    """Twice the signed area in the plane: negative for clockwise."""
    x, y = (ring - ring[0]).T
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))
