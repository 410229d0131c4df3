"""KML and KMZ: placemarks one by one; no document type, no entity, no link is ever followed."""

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import numpy as np
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from shapely.geometry.base import BaseGeometry

from boundaries.geo.reading import crs as systems
from boundaries.geo.reading.archives import open_archive
from boundaries.geo.reading.building import BadGeometryError, Builder, together, too_many_vertices
from boundaries.geo.reading.features import MOST_VERTICES, Problem, Raw, Source, UnreadableError, tidy

_MEND = "Simpan ulang dari Google Earth atau QGIS sebagai KML, lalu unggah lagi."
_DEEPEST = 60
_SHAPES = {"Point", "LineString", "LinearRing", "Polygon", "MultiGeometry"}


def read_kmz(content: bytes, builder: Builder) -> Source:
    """Open the KML document inside a KMZ package."""
    archive = open_archive(content)
    documents = archive.ending(".kml")
    if not documents:
        raise UnreadableError("Berkas KMZ tidak memuat dokumen .kml.", _MEND)
    main = min(
        documents, key=lambda name: (PurePosixPath(name).name.lower() != "doc.kml", name.count("/"), name)
    )
    opened = read(archive.read(main), builder)
    notes = (f"Hanya “{main}” yang dibaca dari berkas KMZ.",) if len(documents) > 1 else ()
    return Source("KMZ", opened.crs, opened.items, notes)


def read(content: bytes, builder: Builder) -> Source:
    """Open a KML document; its coordinates are WGS 84 by definition."""
    if content.count(b",") > 3 * MOST_VERTICES:
        raise too_many_vertices()
    return Source("KML", systems.WGS84, _placemarks(content, builder))


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def elements(content: bytes, wanted: set[str], mend: str) -> Iterator[Element]:
    """The elements of these names, each emptied after use; a document with entities or a DTD is refused."""
    depth = 0
    try:
        for event, element in iterparse(io.BytesIO(content), events=("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            if depth > _DEEPEST:
                raise UnreadableError("Isi XML bertingkat terlalu dalam.", mend)
            if event == "end" and local(element) in wanted:
                yield element
                element.clear()
    except DefusedXmlException:
        raise UnreadableError(
            "Berkas memuat DTD atau entitas XML, yang dapat membuka berkas lain atau membengkak.",
            f"Berkas demikian tidak diterima. {mend}",
        ) from None
    except (ParseError, ValueError, LookupError) as error:
        if isinstance(error, UnreadableError):
            raise
        line = getattr(error, "position", (0, 0))[0]
        at = f" di baris {line}" if line else ""
        raise UnreadableError(f"Berkas XML rusak atau terputus{at}.", mend) from None


def _placemarks(content: bytes, builder: Builder) -> Iterator[Raw | Problem]:
    number = 0
    for element in elements(content, {"Placemark", "NetworkLink", "kml"}, _MEND):
        if local(element) == "NetworkLink":
            yield Problem(
                "Berkas",
                "Tautan jaringan (NetworkLink) tidak dibuka.",
                "Simpan isinya ke dalam berkas.",
                False,
            )
        if local(element) != "Placemark":
            continue
        number += 1
        where = f"Penanda {number}"
        try:
            shapes = [_shape(child, builder) for child in element if local(child) in _SHAPES]
            geometry = together([shape for shape in shapes if shape is not None])
        except BadGeometryError as error:
            builder.notes()
            yield Problem(where, error.message, error.remedy)
            continue
        yield Raw(number, where, geometry, _properties(element), builder.notes())


def _properties(element: Element) -> dict[str, Any]:
    """Name, description and the data a placemark carries."""
    found: dict[str, Any] = {}
    for child in element.iter():
        name = local(child)
        if name in {"name", "description"} and name not in found:
            found[name] = tidy(child.text or "")
        elif name == "SimpleData" and child.get("name"):
            found[str(child.get("name"))[:100]] = tidy(child.text or "")
        elif name == "Data" and child.get("name"):
            value = next((part.text for part in child if local(part) == "value"), "")
            found[str(child.get("name"))[:100]] = tidy(value or "")
    return found


def _shape(element: Element, builder: Builder) -> BaseGeometry | None:
    kind = local(element)
    if kind == "MultiGeometry":
        parts = [_shape(child, builder) for child in element if local(child) in _SHAPES]
        return together([part for part in parts if part is not None])
    if kind == "Polygon":
        rings = [
            _coordinates(ring)
            for side in ("outerBoundaryIs", "innerBoundaryIs")
            for ring in _rings(element, side)
        ]
        return builder.polygon(rings)
    positions = _coordinates(element)
    if kind == "Point":
        return builder.point(positions[0] if len(positions) else [])
    return builder.line(positions)


def _rings(element: Element, side: str) -> Iterator[Element]:
    for boundary in element:
        if local(boundary) == side:
            yield from (ring for ring in boundary if local(ring) == "LinearRing")


def _coordinates(element: Element) -> Any:
    """The tuples "lon,lat[,height]" of an element."""
    text = next((child.text for child in element if local(child) == "coordinates"), "") or ""
    tuples = text.split()
    try:
        return np.array([[float(part) for part in one.split(",")[:2]] for one in tuples])
    except ValueError:
        raise BadGeometryError(
            "Koordinat KML bukan pasangan angka “bujur,lintang” dengan titik desimal.", _MEND
        ) from None
