"""Lengths and areas on the ellipsoid; a plane (UTM) was 522 ppm off in trial and is never used for figures."""

from pyproj import Geod
from shapely import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.polygon import orient

# SRGI2013 lies on GRS80, which differs from WGS 84 by 0.1 mm in the polar axis.
ELLIPSOID = Geod(ellps="WGS84")

Lines = LineString | MultiLineString
Areas = Polygon | MultiPolygon


def length_m(line: Lines) -> float:
    """Geodesic length in metres of a line in degrees of longitude and latitude."""
    return float(ELLIPSOID.geometry_length(line))


def area_m2(area: Areas) -> float:
    """Geodesic area in square metres, holes taken out; never negative."""
    return sum(_polygon_area(part) for part in (area.geoms if isinstance(area, MultiPolygon) else (area,)))


def perimeter_m(area: Areas) -> float:
    """Geodesic length in metres of all rings."""
    return float(ELLIPSOID.geometry_length(area.boundary)) if not area.is_empty else 0.0


def _polygon_area(part: Polygon) -> float:
    """One polygon: a counter-clockwise shell counts positive, its clockwise holes negative."""
    if part.is_empty:
        return 0.0
    return abs(float(ELLIPSOID.geometry_area_perimeter(orient(part))[0]))


def distance_m(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Geodesic distance in metres between two positions (longitude, latitude)."""
    return float(ELLIPSOID.inv(*a, *b)[2])


def azimuth_deg(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Azimuth in degrees from north, 0 up to but not including 360, from one position to another."""
    return float(ELLIPSOID.inv(*a, *b)[0]) % 360.0
