"""The outlines of the two sides of a segment, from the layer in use."""

from shapely import MultiPolygon, Polygon

from boundaries.geo.measuring import Areas
from boundaries.models import RegionShape, Segment


def outlines_of(segment: Segment) -> tuple[Areas | None, Areas | None]:
    """The outlines of both sides in degrees; None for a side the layer does not have."""
    rows = RegionShape.objects.filter(layer__in_use=True, region__in=segment.sides)
    found = {row.region_id: as_area(row.coordinates) for row in rows}
    return found.get(segment.region_a_id), found.get(segment.region_b_id)


def as_area(coordinates: list[list[list[list[float]]]]) -> MultiPolygon:
    """GeoJSON MultiPolygon coordinates as an area."""
    return MultiPolygon([Polygon(rings[0], rings[1:]) for rings in coordinates if rings])
