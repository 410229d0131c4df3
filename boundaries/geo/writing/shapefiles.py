"""Zipped Shapefile with .prj and .cpg; each kind of geometry in a package of its own would be lost, so kinds never mix."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapefile
import shapely
from pyproj import CRS
from pyproj.enums import WktVersion
from shapely.geometry.base import BaseGeometry

from boundaries.geo.writing.items import Item, Value, columns_of, parts_of, written

LONGEST = 254
_TYPES = {"Point": shapefile.POINT, "LineString": shapefile.POLYLINE, "Polygon": shapefile.POLYGON}


def write(_title: str, items: Sequence[Item]) -> bytes:
    """The five files of a shapefile in one package."""
    parts = {ending: io.BytesIO() for ending in ("shp", "shx", "dbf")}
    columns = _fields(["name", *columns_of(items)])
    with shapefile.Writer(**parts, shapeType=_kind(items), encoding="utf-8") as writer:
        typed = _typed(columns, items)
        for name, numeric in typed:
            writer.field(
                name, "N" if numeric else "C", size=24 if numeric else LONGEST, decimal=9 if numeric else 0
            )
        for item in items:
            values: dict[str, Value] = {"name": item.name, **item.values}
            given = [values.get(name) for name, _short in columns]
            writer.record(
                *[_value(value, numeric) for value, (_short, numeric) in zip(given, typed, strict=True)]
            )
            _shape(writer, item.geometry)
    texts = {"prj": CRS.from_epsg(4326).to_wkt(WktVersion.WKT1_ESRI).encode(), "cpg": b"UTF-8"}
    return _packed({ending: part.getvalue() for ending, part in parts.items()} | texts)


def _kind(items: Sequence[Item]) -> int:
    """One kind of geometry, told by the first that has any."""
    first = next((part.geom_type for item in items for part in parts_of(item.geometry)), "Point")
    kind: int = _TYPES[first]
    return kind


def _fields(names: list[str]) -> list[tuple[str, str]]:
    """Names as dBASE takes them: ten letters, each once."""
    taken: dict[str, str] = {}
    for name in names:
        short, turn = written(name).replace(" ", "_")[:10], 1
        while short in taken.values():
            turn += 1
            short = f"{name[: 10 - len(str(turn))]}{turn}"
        taken[name] = short
    return list(taken.items())


def _typed(columns: list[tuple[str, str]], items: Sequence[Item]) -> list[tuple[str, bool]]:
    """Which columns hold numbers alone."""
    found = []
    for given, short in columns:
        values = [item.values.get(given) for item in items if item.values.get(given) is not None]
        numeric = bool(values) and all(
            isinstance(value, int | float) and not isinstance(value, bool) for value in values
        )
        found.append((short, numeric))
    return found


def _value(value: Value, numeric: bool) -> Any:
    if numeric:
        return value
    text = written(value).replace("\r", " ").replace("\n", " ")
    # A dBASE field is padded with spaces, so those at the end of a word could not be told from padding.
    return text.encode()[:LONGEST].decode("utf-8", "ignore").rstrip(" \0")


def _shape(writer: Any, geometry: BaseGeometry | None) -> None:
    parts = list(parts_of(geometry))
    if not parts:
        writer.null()
    elif parts[0].geom_type == "Point":
        writer.point(*_positions(parts[0])[0])
    elif parts[0].geom_type == "Polygon":
        turned = [shapely.orient_polygons(part, exterior_cw=True) for part in parts]
        writer.poly([_positions(ring) for part in turned for ring in shapely.get_rings(part)])
    else:
        writer.line([_positions(part) for part in parts])


def _positions(part: BaseGeometry) -> list[list[float]]:
    positions: list[list[float]] = np.round(shapely.get_coordinates(part), 9).tolist()
    return positions


def _packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for ending, content in parts.items():
            entry = zipfile.ZipInfo(f"ksd.{ending}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return target.getvalue()
