"""Lengths and areas on the ellipsoid; a plane (UTM) was 522 ppm off in trial and is never used for figures.

Coordinates go to pyproj as arrays: its ways for whole geometries copy them number by number.
"""

import shapely
from pyproj import Geod
from shapely import LinearRing, LineString, MultiLineString, MultiPolygon, Polygon

# SRGI2013 lies on GRS80, which differs from WGS 84 by 0.1 mm in the polar axis.
ELLIPSOID = Geod(ellps="WGS84")

Lines = LineString | MultiLineString
Areas = Polygon | MultiPolygon


def length_m(line: Lines) -> float:
    """Geodesic length in metres of a line in degrees of longitude and latitude."""
    return sum(_line_length(part) for part in shapely.get_parts(line))


def _line_length(part: LineString) -> float:
    coords = shapely.get_coordinates(part)
    return float(ELLIPSOID.line_length(coords[:, 0], coords[:, 1])) if len(coords) > 1 else 0.0


def area_m2(area: Areas) -> float:
    """Geodesic area in square metres, holes taken out; never negative."""
    return area_and_perimeter(area)[0]


def perimeter_m(area: Areas) -> float:
    """Geodesic length in metres of all rings."""
    return area_and_perimeter(area)[1]


def area_and_perimeter(area: Areas) -> tuple[float, float]:
    """Geodesic area in square metres, holes taken out, and length in metres of all rings, in one pass."""
    size = edge = 0.0
    for part in shapely.get_parts(area):
        if part.is_empty:
            continue
        shell, *holes = (_ring(ring) for ring in (part.exterior, *part.interiors))
        size += shell[0] - sum(hole[0] for hole in holes)
        edge += shell[1] + sum(hole[1] for hole in holes)
    return size, edge


def _ring(ring: LinearRing) -> tuple[float, float]:
    """Area enclosed by a ring, whichever way it runs, and its length."""
    coords = shapely.get_coordinates(ring)
    size, edge = ELLIPSOID.polygon_area_perimeter(coords[:, 0], coords[:, 1])
    return abs(float(size)), float(edge)


def distance_m(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Geodesic distance in metres between two positions (longitude, latitude)."""
    return float(ELLIPSOID.inv(*a, *b)[2])


def azimuth_deg(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Azimuth in degrees from north, 0 up to but not including 360, from one position to another."""
    return float(ELLIPSOID.inv(*a, *b)[0]) % 360.0
