"""Where the points of a segment may lie: near its two regions, as far as their outlines are known."""

from dataclasses import dataclass, field
from typing import Any

import shapely
from django.utils.translation import gettext as _

from boundaries.geo.coordinates import CoordinateError, Position, Window, check_window, convert
from boundaries.models import RegionShape, Segment

# Outlines are indicative: a point this far beside them (about 5 km) may still be right.
MARGIN_DEGREES = 0.05


@dataclass(frozen=True)
class Surroundings:
    """The outlines of a segment's two regions, read once for many points; empty where none were loaded."""

    name: str
    window: Window | None = None
    shapes: tuple[Any, ...] = field(default=(), compare=False)

    def check(self, found: Position, datum: str) -> None:
        """Refuse a position away from both regions. Raises CoordinateError."""
        if self.window is None:
            return
        lon, lat = convert(found, datum).position.lonlat
        check_window(lon, lat, self.window, self.name, found.zone)
        place = shapely.Point(lon, lat)
        if all(shapely.distance(shape, place) > MARGIN_DEGREES for shape in self.shapes):
            raise CoordinateError(
                _("Titik terletak lebih dari 5 km di luar %s.") % self.name,
                _("Periksa angka, datum, dan segmennya; garis luar wilayah hanya indikatif."),
                "outside_regions",
            )


def surroundings_of(segment: Segment) -> Surroundings:
    """The outlines in use of both regions; nothing is checked unless both are known."""
    rows = list(RegionShape.objects.filter(layer__in_use=True, region__in=segment.sides))
    name = _("wilayah %(a)s dan %(b)s") % {"a": segment.region_a, "b": segment.region_b}
    if {row.region_id for row in rows} != {side.pk for side in segment.sides}:
        return Surroundings(name)
    window = Window(
        min(row.west for row in rows),
        min(row.south for row in rows),
        max(row.east for row in rows),
        max(row.north for row in rows),
    )
    return Surroundings(name, window.wider(MARGIN_DEGREES), tuple(_shape(row) for row in rows))


def _shape(row: RegionShape) -> Any:
    parts = [shapely.Polygon(rings[0], rings[1:]) for rings in row.coordinates]
    shape = shapely.MultiPolygon(parts)
    shapely.prepare(shape)
    return shape
