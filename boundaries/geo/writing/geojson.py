"""GeoJSON (RFC 7946): longitude before latitude, shells counter-clockwise."""

import json
from collections.abc import Sequence
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from boundaries.geo.writing.items import Item, parts_of, rounded, written


def write(title: str, items: Sequence[Item]) -> bytes:
    """A FeatureCollection; a feature without a geometry says so with null."""
    features = (json.dumps(_feature(item), ensure_ascii=False, separators=(",", ":")) for item in items)
    head = json.dumps({"type": "FeatureCollection", "name": written(title)}, ensure_ascii=False)[:-1]
    return (head + ',"features":[\n' + ",\n".join(features) + "\n]}\n").encode()


def _feature(item: Item) -> dict[str, Any]:
    values = {
        name: written(value) if isinstance(value, str) else value for name, value in item.values.items()
    }
    return {
        "type": "Feature",
        "properties": {"name": written(item.name), **values},
        "geometry": _geometry(item.geometry),
    }


def _geometry(geometry: BaseGeometry | None) -> dict[str, Any] | None:
    parts = [_coordinates(part) for part in parts_of(geometry)]
    if geometry is None or not parts:
        return None
    kind = geometry.geom_type
    return {"type": kind, "coordinates": parts if kind.startswith("Multi") else parts[0]}


def _coordinates(part: BaseGeometry) -> Any:
    if part.geom_type == "Polygon":
        return [rounded(ring) for ring in shapely.get_rings(shapely.orient_polygons(part))]
    return rounded(part)[0] if part.geom_type == "Point" else rounded(part)
