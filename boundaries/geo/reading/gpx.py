"""GPX: waypoints as points, tracks and routes as lines; WGS 84 by definition."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from shapely.geometry.base import BaseGeometry

from boundaries.geo.reading import crs as systems
from boundaries.geo.reading.building import BadGeometryError, Builder, together, too_many_vertices
from boundaries.geo.reading.features import MOST_VERTICES, Problem, Raw, Source, tidy
from boundaries.geo.reading.kml import elements, local

_MEND = "Simpan ulang dari alat GPS atau QGIS sebagai GPX, lalu unggah lagi."
_WORDS = {"wpt": "Titik", "trk": "Jejak", "rte": "Rute"}
_OWN = "{urn:ksd:gpx}data"
_KEPT = {"name", "desc", "cmt", "ele", "time", "sym"}


def read(content: bytes, builder: Builder) -> Source:
    """Open a GPX file."""
    if content.count(b"lat=") > MOST_VERTICES:
        raise too_many_vertices()
    return Source("GPX", systems.WGS84, _features(content, builder))


def _features(content: bytes, builder: Builder) -> Iterator[Raw | Problem]:
    number = 0
    for element in elements(content, set(_WORDS), _MEND):
        number += 1
        where = f"{_WORDS[local(element)]} {number}"
        try:
            geometry = _shape(element, builder)
        except BadGeometryError as error:
            builder.notes()
            yield Problem(where, error.message, error.remedy)
            continue
        yield Raw(number, where, geometry, _properties(element), builder.notes())


def _shape(element: Element, builder: Builder) -> BaseGeometry | None:
    if local(element) == "wpt":
        return builder.point(_position(element))
    runs = [element] if local(element) == "rte" else [part for part in element if local(part) == "trkseg"]
    wanted = "rtept" if local(element) == "rte" else "trkpt"
    lines = [[_position(point) for point in run if local(point) == wanted] for run in runs]
    return together([builder.line(line) for line in lines if line])


def _position(element: Element) -> list[float]:
    try:
        return [float(element.get("lon", "")), float(element.get("lat", ""))]
    except ValueError:
        raise BadGeometryError("Titik GPX tanpa lat/lon yang berupa angka.", _MEND) from None


def _properties(element: Element) -> dict[str, Any]:
    """What is told of a point or line; our own extensions say it better than the sentence beside them."""
    told = {local(child): tidy(child.text or "") for child in element if local(child) in _KEPT}
    own = {
        tidy(data.get("name", "")): tidy(data.text or "")
        for child in element
        if local(child) == "extensions"
        for data in child
        if data.tag == _OWN
    }
    if own:
        told.pop("desc", None)
    return own | told
