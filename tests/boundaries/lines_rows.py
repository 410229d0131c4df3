"""Lines, rounds, nodes and outlines for tests: made-up places on the equator."""

import json
from datetime import date
from typing import Any

import shapely
from shapely import LineString

from boundaries.choices import LineRole
from boundaries.geo.lines import facts_of
from boundaries.models import (
    BoundaryLine,
    BoundaryPoint,
    PointKind,
    RegionLayer,
    RegionShape,
    Round,
    Segment,
    SegmentPoint,
)
from ksd.accounts.models import User

# North of the equator lies the first region: a line that runs east has it on its left.
STRAIGHT = [[115.0, 0.0], [115.5, 0.0], [116.0, 0.0]]
BULGE = [[115.0, 0.0], [115.5, 0.1], [116.0, 0.0]]
WEAVE = [[115.0, 0.0], [115.25, 0.1], [115.75, -0.1], [116.0, 0.0]]


def line(segment: Segment, vertices: list[list[float]], **facts: Any) -> BoundaryLine:
    """One stored version; a claim when a region is named."""
    found = facts_of(LineString(vertices))
    west, south, east, north = found.bbox
    values = {
        "role": LineRole.KLAIM if facts.get("region") else LineRole.KAJIAN_PROVINSI,
        "vertices": vertices, "vertex_count": found.vertex_count, "length_m": found.length_m,
        "west": west, "south": south, "east": east, "north": north,
    } | facts  # fmt: skip
    return BoundaryLine.objects.create(segment=segment, **values)


def round_of(segment: Segment, number: int, by: User, **facts: Any) -> Round:
    """One round of negotiation."""
    values = {"on": date(2026, number, 1), "forum": "contoh", "written_by": by} | facts
    return Round.objects.create(segment=segment, number=number, **values)


def outlines(segment: Segment) -> RegionLayer:
    """The first region north of the equator, the second south of it."""
    layer = RegionLayer.objects.create(name="contoh", source="contoh", in_use=True)
    boxes = (shapely.box(115, 0, 116, 1), shapely.box(115, -1, 116, 0))
    for region, box in zip(segment.sides, boxes, strict=True):
        coordinates = [[[list(pair) for pair in box.exterior.coords]]]
        west, south, east, north = box.bounds
        RegionShape.objects.create(
            layer=layer, region=region, coordinates=coordinates, area_m2=1,
            west=west, south=south, east=east, north=north,
        )  # fmt: skip
    return layer


def node(first: Segment, second: Segment, lon: float, lat: float, label: str = "TK 1") -> None:
    """A point two segments share."""
    kind, _new = PointKind.objects.get_or_create(code="TKX", defaults={"name": "contoh"})
    point = BoundaryPoint.objects.create(kind=kind, lat=lat, lon=lon)
    for segment in (first, second):
        SegmentPoint.objects.create(segment=segment, point=point, label=label, order=1)


def geojson(vertices: list[list[float]]) -> str:
    """A line as people paste it."""
    return json.dumps({"type": "LineString", "coordinates": vertices})
