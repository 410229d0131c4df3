"""Layers and lines of invented regions for tests of the map."""

from typing import Any

from shapely import LineString, MultiPolygon, Polygon

from boundaries.geo.measuring import length_m
from boundaries.models import BoundaryLine, RegionLayer, RegionShape, Segment
from regions.models import Region

Corners = list[tuple[float, float]]
# Kutai Kartanegara east of Kutai Barat, Paser south of both; a crooked border between the first two.
BORDER: Corners = [(116.0, 0.5), (116.1, 0.3), (116.0, 0.1), (116.1, -0.2), (116.0, -0.5)]
EAST: Corners = [*BORDER, (117.5, -0.5), (117.5, 0.5)]
WEST: Corners = [*BORDER[::-1], (115.0, 0.5), (115.0, -0.5)]
SOUTH: Corners = [(115.0, -0.5), (115.0, -1.5), (117.5, -1.5), (117.5, -0.5), (116.0, -0.5)]


def layer(lands: dict[Region, Corners], **facts: Any) -> RegionLayer:
    """A layer of simple outlines, in use."""
    values = {"name": "Lapisan contoh", "source": "contoh", "in_use": True} | facts
    made = RegionLayer.objects.create(**values)
    for region, corners in lands.items():
        land = MultiPolygon([Polygon(corners)])
        west, south, east, north = land.bounds
        coordinates = [[[list(vertex) for vertex in land.geoms[0].exterior.coords]]]
        RegionShape.objects.create(
            layer=made, region=region, coordinates=coordinates, area_m2=1.0,
            west=west, south=south, east=east, north=north,
        )  # fmt: skip
    return made


def three(cast: Any) -> RegionLayer:
    """The outlines of the cast's three regencies."""
    return layer({cast.kukar: EAST, cast.kubar: WEST, cast.paser: SOUTH})


def line(segment: Segment, role: str, vertices: Corners, **facts: Any) -> BoundaryLine:
    """A line of a segment."""
    west, south, east, north = LineString(vertices).bounds
    return BoundaryLine.objects.create(
        segment=segment, role=role, vertices=[list(vertex) for vertex in vertices], vertex_count=len(vertices),
        length_m=length_m(LineString(vertices)), west=west, south=south, east=east, north=north, **facts,
    )  # fmt: skip
