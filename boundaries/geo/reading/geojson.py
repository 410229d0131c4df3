"""GeoJSON, one feature at a time: the file is never held as a tree of Python lists."""

import json
import re
from collections.abc import Iterator
from typing import Any

from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from boundaries.geo.reading import crs as systems
from boundaries.geo.reading.building import BadGeometryError, Builder, together, too_many_vertices
from boundaries.geo.reading.features import MOST_VERTICES, Problem, Raw, Source, UnreadableError, tidy

_MEND = "Buka berkas di QGIS, simpan ulang sebagai GeoJSON (EPSG:4326), lalu unggah lagi."
_BLANK = re.compile(r"[ \t\r\n]*")
_GEOMETRIES = {
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
}  # fmt: skip
_DEEPEST = 8


def read(content: bytes, builder: Builder) -> Source:
    """Open a GeoJSON file."""
    # A position costs a bracket: too many brackets are refused before anything is parsed.
    if content.count(b"[") > 3 * MOST_VERTICES:
        raise too_many_vertices()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError("Berkas GeoJSON bukan teks UTF-8.", _MEND) from None
    scan = _Scan(text)
    top = scan.members()
    found = _system(top.get("crs"))
    if top.get("type") == "FeatureCollection" and scan.features_at is None:
        raise UnreadableError("FeatureCollection ini tidak memuat daftar “features”.", _MEND)
    if top.get("type") not in {"FeatureCollection", "Feature", *_GEOMETRIES}:
        raise UnreadableError("Berkas JSON ini bukan GeoJSON (bagian “type” tidak dikenal).", _MEND)
    rows = scan.features() if top["type"] == "FeatureCollection" else iter([top])
    return Source("GeoJSON", found, _features(rows, builder), presumed=systems.WGS84)


def _system(given: Any) -> CRS | None:
    """The system of an old-style crs member."""
    if given is None:
        return None
    name = given.get("properties", {}) if isinstance(given, dict) else None
    name = name.get("name") if isinstance(name, dict) else None
    if not isinstance(name, str):
        raise UnreadableError("Bagian “crs” GeoJSON tidak dikenal.", systems.HOW)
    return systems.of_name(name)


class _Scan:
    """Walks over a JSON text: the members of its object, and the features of its list one by one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.decoder = json.JSONDecoder()
        self.features_at: int | None = None

    def members(self) -> dict[str, Any]:
        """The top object without its features, whose place is remembered."""
        found: dict[str, Any] = {}
        at = self._expect(0, "{")
        while (sign := self._sign(at)) != "}":
            key, at = self._value(self._skip(at))
            at = self._skip(self._expect(at, ":"))
            if key == "features" and self._sign(at) == "[" and self.features_at is None:
                self.features_at = at
                at = self._behind(at)
            else:
                found[str(key)], at = self._value(at)
            sign = self._sign(at)
            if sign not in {",", "}"}:
                raise self._broken(at)
            at = self._skip(at) + (sign == ",")
        return found

    def _behind(self, at: int) -> int:
        """The place behind the list that begins here."""
        end = at
        for _element, end in self._elements(at):  # noqa: B007  only where it ends counts
            pass
        return end

    def features(self) -> Iterator[Any]:
        """The features, decoded one by one."""
        if self.features_at is not None:
            for feature, _at in self._elements(self.features_at):
                if feature is not _END:
                    yield feature

    def _elements(self, at: int) -> Iterator[tuple[Any, int]]:
        """The elements of the list that begins here, with where each ends; at last the place behind the list."""
        at = self._expect(at, "[")
        while self._sign(at) != "]":
            element, at = self._value(self._skip(at))
            yield element, at
            sign = self._sign(at)
            if sign not in {",", "]"}:
                raise self._broken(at)
            at = self._skip(at) + (sign == ",")
        yield _END, self._skip(at) + 1

    def _value(self, at: int) -> tuple[Any, int]:
        try:
            return self.decoder.raw_decode(self.text, at)
        except RecursionError:
            raise UnreadableError("Isi GeoJSON bertingkat terlalu dalam.", _MEND) from None
        except ValueError:
            raise self._broken(at) from None

    def _skip(self, at: int) -> int:
        found = _BLANK.match(self.text, at)
        return found.end() if found else at

    def _sign(self, at: int) -> str:
        at = self._skip(at)
        return self.text[at : at + 1]

    def _expect(self, at: int, sign: str) -> int:
        at = self._skip(at)
        if self.text[at : at + 1] != sign:
            raise self._broken(at)
        return at + 1

    def _broken(self, at: int) -> UnreadableError:
        line = self.text.count("\n", 0, at) + 1
        return UnreadableError(
            f"Berkas bukan JSON yang utuh; terputus atau salah tulis di baris {line}.", _MEND
        )


_END: Any = object()


def _features(rows: Iterator[Any], builder: Builder) -> Iterator[Raw | Problem]:
    for number, row in enumerate(rows, 1):
        where = f"Fitur {number}"
        try:
            geometry, properties = _taken(row, builder)
        except BadGeometryError as error:
            builder.notes()
            yield Problem(where, error.message, error.remedy)
            continue
        yield Raw(number, where, geometry, properties, builder.notes())


def _taken(row: Any, builder: Builder) -> tuple[BaseGeometry | None, dict[str, Any]]:
    """The geometry and properties of a feature or of a bare geometry."""
    if not isinstance(row, dict):
        raise BadGeometryError("Fitur bukan objek GeoJSON.", _MEND)
    if row.get("type") in _GEOMETRIES:
        return _geometry(row, builder), {}
    given = row.get("properties")
    properties = (
        {str(key)[:100]: tidy(value) for key, value in given.items()} if isinstance(given, dict) else {}
    )
    if isinstance(row.get("id"), str | int):
        properties.setdefault("id", tidy(row["id"]))
    geometry = row.get("geometry")
    return (None if geometry is None else _geometry(geometry, builder)), properties


def _geometry(given: Any, builder: Builder, depth: int = 0) -> BaseGeometry | None:
    if not isinstance(given, dict) or given.get("type") not in _GEOMETRIES or depth > _DEEPEST:
        raise BadGeometryError("Jenis geometri tidak dikenal.", "Pakai titik, garis, atau bidang. " + _MEND)
    kind, inside = (
        given["type"],
        given.get("geometries" if given["type"] == "GeometryCollection" else "coordinates"),
    )
    if not isinstance(inside, list):
        raise BadGeometryError("Geometri tanpa daftar koordinat.", _MEND)
    if kind == "GeometryCollection":
        parts = [_geometry(part, builder, depth + 1) for part in inside]
        return together([part for part in parts if part is not None])
    single = {"Point": builder.point, "LineString": builder.line, "Polygon": builder.polygon}
    if kind in single:
        return single[kind](_listed(inside, kind == "Polygon"))
    make = single[kind.removeprefix("Multi")]
    return together([make(_listed(part, kind == "MultiPolygon")) for part in inside])


def _listed(given: Any, rings: bool) -> Any:
    """Coordinates that are a list (of lists, for rings), as the builders expect."""
    if not isinstance(given, list) or (rings and not all(isinstance(ring, list) for ring in given)):
        raise BadGeometryError("Susunan koordinat tidak sesuai dengan jenis geometrinya.", _MEND)
    return given
