"""Rows for tests of files in and out: kinds of points, layers of square regions, uploads."""

from typing import Any

import shapely
from django.core.files.uploadedfile import SimpleUploadedFile
from shapely.geometry.base import BaseGeometry

from boundaries.models import BoundaryLine, BoundaryPoint, PointKind, RegionLayer, Segment, SegmentPoint
from boundaries.services.importing.outlines import Outline, shape_of, use_layer_row
from regions.models import Region
from tests import factories

# Kutai Kartanegara west of this longitude, Kutai Barat east of it; both in one strip on the equator.
MIDDLE = 117.0


def kind(code: str = "TK") -> PointKind:
    """A kind of points."""
    return PointKind.objects.get_or_create(code=code, defaults={"name": code})[0]


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    """An uploaded file."""
    return SimpleUploadedFile(name, content)


def layer(
    outlines: dict[Region, BaseGeometry], *, in_use: bool = True, name: str = "Lapisan contoh"
) -> RegionLayer:
    """A layer with these outlines."""
    row = RegionLayer.objects.create(name=name, source="contoh")
    for region, outline in outlines.items():
        shape_of(row, Outline(region, shapely.MultiPolygon(list(shapely.get_parts(outline))), "")).save()
    if in_use:
        use_layer_row(row)
    return row


def two_sides(west: Region, east: Region) -> RegionLayer:
    """Two square regions that share the meridian of 117 degrees."""
    sides: dict[Region, BaseGeometry] = {
        west: shapely.box(116.5, -0.5, MIDDLE, 0.5),
        east: shapely.box(MIDDLE, -0.5, 117.5, 0.5),
    }
    return layer(sides)


def listed(segment: Segment, label: str, lon: float, lat: float, order: int = 1) -> SegmentPoint:
    """A point in the list of a segment."""
    point = BoundaryPoint.objects.create(kind=kind(), lon=f"{lon:.9f}", lat=f"{lat:.9f}")
    return SegmentPoint.objects.create(segment=segment, point=point, label=label, order=order)


def line(segment: Segment, role: str = "klaim", **facts: Any) -> BoundaryLine:
    """A line along the meridian."""
    values: dict[str, Any] = {
        "region": segment.region_a if role in {"klaim", "kompromi"} else None, "vertices": [[117.0, 0.1], [117.0, -0.1]],
        "vertex_count": 2, "length_m": 22_000.0, "west": 117, "south": -0.1, "east": 117, "north": 0.1,
    }  # fmt: skip
    return BoundaryLine.objects.create(segment=segment, role=role, **values | facts)


def grid(parent: Region) -> list[Region]:
    """Nine more regions, for a coverage of three by three; their codes begin at 64.81."""
    return [factories.region(f"64.{81 + place}", f"Petak {place + 1}", parent=parent) for place in range(9)]


def cells(size: float = 0.1) -> list[Any]:
    """Three by three squares that fit, row by row from the south-west."""
    edge = [round(116.0 + size * place, 6) for place in range(4)]
    high = [round(-1.0 + size * place, 6) for place in range(4)]
    return [shapely.box(edge[x], high[y], edge[x + 1], high[y + 1]) for y in range(3) for x in range(3)]
