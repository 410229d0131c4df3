"""The outlines of a segment's two regions, as far as a layer in use holds them."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from boundaries.models import RegionShape, Segment

# A claim may leave the outlines by kilometres; another zone of UTM is hundreds of kilometres off.
FAR_DEG = 0.1


@dataclass(frozen=True)
class Around:
    """Both outlines; None for one the layer does not hold."""

    first: shapely.MultiPolygon | None
    second: shapely.MultiPolygon | None

    @property
    def outlines(self) -> list[BaseGeometry]:
        """Those that are known."""
        return [outline for outline in (self.first, self.second) if outline is not None]

    def far(self, positions: "np.typing.NDArray[np.float64]") -> "np.typing.NDArray[np.bool_]":
        """Which positions lie far outside both regions; none when an outline is missing."""
        if self.first is None or self.second is None:
            return np.zeros(len(positions), dtype=bool)
        both = shapely.multipolygons([*shapely.get_parts(self.first), *shapely.get_parts(self.second)])
        shapely.prepare(both)
        return ~shapely.dwithin(both, shapely.points(positions), FAR_DEG)


def around(segment: Segment) -> Around:
    """The outlines of a segment's sides in the layer in use."""
    shapes = RegionShape.objects.filter(
        layer__in_use=True, region__in=[segment.region_a_id, segment.region_b_id]
    )
    known = {shape.region_id: outline_of(shape) for shape in shapes}
    return Around(known.get(segment.region_a_id), known.get(segment.region_b_id))


def outline_of(shape: RegionShape) -> shapely.MultiPolygon:
    """The stored outline as a geometry."""
    parts = [shapely.Polygon(rings[0], rings[1:]) for rings in shape.coordinates]
    return shapely.MultiPolygon(parts)
