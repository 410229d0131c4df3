"""What lies inside an area: points, lines and polygons, on the ellipsoid.

A point within `EDGE_M` metres of the edge lies on the line: it counts as inside and is named so. Of a line the
length inside counts, of a polygon the share of its area.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import shapely
from shapely import MultiPolygon, Point, Polygon
from shapely.ops import nearest_points

from boundaries.geo import measuring

# Positions of villages and schools are seldom better than this.
EDGE_M = 1.0
# A polygon whose share is nearer to all or nothing than this lies wholly inside or outside.
HAIR = 1e-6
# Degrees that are surely more than EDGE_M anywhere in Indonesia.
_NEAR = 5e-5

Area = Polygon | MultiPolygon


class Place(StrEnum):
    """How a feature lies to the area."""

    INSIDE = "inside"
    ON_EDGE = "on_edge"
    PARTLY = "partly"


@dataclass(frozen=True)
class Found:
    """One feature that lies in or at the area; `key` is the caller's."""

    key: int
    place: Place
    length_m: float = 0.0
    area_m2: float = 0.0
    share: float = 1.0


def found_inside(area: Area, features: Iterable[tuple[int, shapely.Geometry]]) -> list[Found]:
    """The features that lie in the area, wholly, partly or on its edge; each exactly once."""
    if area.is_empty:
        return []
    shapely.prepare(area)
    asked = ((key, geometry) for key, geometry in features if not geometry.is_empty)
    return [row for key, geometry in asked if (row := _found(area, key, geometry)) is not None]


def _found(area: Area, key: int, geometry: shapely.Geometry) -> Found | None:
    dimension = shapely.get_dimensions(geometry)
    if dimension == 0:
        return _points(area, key, geometry)
    return _lines(area, key, geometry) if dimension == 1 else _polygons(area, key, geometry)


def _points(area: Area, key: int, geometry: shapely.Geometry) -> Found | None:
    """The best place of its points: a school of two buildings counts once."""
    places = [place for part in shapely.get_parts(geometry) if (place := _place(area, part)) is not None]
    if not places:
        return None
    return Found(key, Place.INSIDE if Place.INSIDE in places else Place.ON_EDGE)


def _place(area: Area, point: Point) -> Place | None:
    edge = area.boundary
    if edge.distance(point) < _NEAR:
        nearest = nearest_points(edge, point)[0]
        if measuring.distance_m((nearest.x, nearest.y), (point.x, point.y)) <= EDGE_M:
            return Place.ON_EDGE
    return Place.INSIDE if area.contains(point) else None


def _lines(area: Area, key: int, geometry: shapely.Geometry) -> Found | None:
    within = measuring.length_m(shapely.intersection(geometry, area))
    whole = measuring.length_m(geometry)  # type: ignore[arg-type]  # of dimension one
    if within <= EDGE_M:
        return None
    share = min(within / whole, 1.0)
    return Found(key, Place.INSIDE if share > 1 - HAIR else Place.PARTLY, length_m=within, share=share)


def _polygons(area: Area, key: int, geometry: shapely.Geometry) -> Found | None:
    common = _surface(shapely.intersection(geometry, area))
    within, whole = measuring.area_m2(common), measuring.area_m2(_surface(geometry))
    share = min(within / whole, 1.0) if whole else 0.0
    if share < HAIR:
        return None
    return Found(key, Place.INSIDE if share > 1 - HAIR else Place.PARTLY, area_m2=within, share=share)


def _surface(geometry: shapely.Geometry) -> MultiPolygon:
    """The polygons of a mixed geometry; where two areas only touch there are none."""
    return MultiPolygon([part for part in shapely.get_parts(geometry) if isinstance(part, Polygon)])


def union(areas: Iterable[Area]) -> MultiPolygon:
    """Several areas as one."""
    return _surface(shapely.union_all(list(areas)))
