"""Two lines for one boundary laid over each other: what they share and the pockets between them.

Both lines run so that the segment's first region lies on the left. Land left of a side's own claim is what the
first region claims; land right of its claim is what the second claims. A pocket left of the first's claim and
right of the second's is claimed by both; the other way round, by neither.

Crossings are found on the plane of degrees, every figure is geodesic: an edge is the shortest way between its ends.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiLineString, Polygon

from boundaries.geo import measuring
from boundaries.geo.errors import GeometryError
from boundaries.geo.sides import Side, sides_of
from boundaries.geo.turning import runs_against

__all__ = ["SLIVER_WIDTH_M", "Overlay", "Pocket", "Side", "between_lines"]

# A pocket narrower than this on average is drawing noise: 1 mm of typing is a thousandth of it.
SLIVER_WIDTH_M = 1.0
# Ends nearer than this are one end: a coordinate with three decimals of a second is 3 cm.
SAME_END_M = 0.1
LINE = shapely.GeometryType.LINESTRING.value


@dataclass(frozen=True)
class Pocket:
    """A piece of land between the two lines: left (or right) of the first, on the other hand of the second."""

    polygon: Polygon
    side: Side
    # Both hands of one line touch it: a line goes round the end of the other.
    twisted: bool = False

    @cached_property
    def _measured(self) -> tuple[float, float]:
        return measuring.area_and_perimeter(self.polygon)

    @property
    def area_m2(self) -> float:
        """Geodesic area."""
        return self._measured[0]

    @property
    def perimeter_m(self) -> float:
        """Geodesic length of its edge."""
        return self._measured[1]

    @property
    def is_sliver(self) -> bool:
        """So thin that it comes from drawing, not from disagreement: mean width under `SLIVER_WIDTH_M`."""
        return self.area_m2 < SLIVER_WIDTH_M * self.perimeter_m / 2


@dataclass(frozen=True)
class Overlay:
    """The comparison of two lines; all figures geodesic."""

    first: LineString
    second: LineString
    pockets: tuple[Pocket, ...]
    shared: MultiLineString
    gap_start_m: float
    gap_end_m: float

    @cached_property
    def first_m(self) -> float:
        """Length of the first line."""
        return measuring.length_m(self.first)

    @cached_property
    def second_m(self) -> float:
        """Length of the second line."""
        return measuring.length_m(self.second)

    @cached_property
    def shared_m(self) -> float:
        """Length on which both lines run together."""
        return measuring.length_m(self.shared)

    @cached_property
    def nearly_shared_m(self) -> float:
        """Length on which they run together but for slivers: half the edge of those."""
        return sum(pocket.perimeter_m for pocket in self.pockets if pocket.is_sliver) / 2

    @property
    def first_differs_m(self) -> float:
        """Length of the first line that the second does not follow."""
        return max(self.first_m - self.shared_m, 0.0)

    @property
    def second_differs_m(self) -> float:
        """Length of the second line that the first does not follow."""
        return max(self.second_m - self.shared_m, 0.0)

    @property
    def ends_meet(self) -> bool:
        """Whether both lines begin and end in the same places."""
        return max(self.gap_start_m, self.gap_end_m) <= SAME_END_M

    def area_m2(self, side: Side) -> float:
        """Land on one side of the first line and the other of the second."""
        return sum(pocket.area_m2 for pocket in self.pockets if pocket.side == side)


def between_lines(first: LineString, second: LineString) -> Overlay:
    """Lay two lines over each other; ends that do not meet are joined by straight edges and told as gaps.

    Raises GeometryError when the second clearly runs the other way.
    """
    if runs_against(first, second):
        raise GeometryError(
            "Kedua garis berjalan berlawanan arah.",
            "Balik arah salah satunya, sehingga daerah yang sama terletak di sebelah kirinya.",
        )
    a, b = shapely.get_coordinates(first), shapely.get_coordinates(second)
    joints = _joints(a, b)
    noded = shapely.union_all([first, second, *joints])
    faces, cuts, dangles, _invalid = shapely.polygonize_full(shapely.get_parts(noded))
    polygons = shapely.get_parts(faces)
    return Overlay(
        first,
        second,
        tuple(
            Pocket(face, *found)
            for face, found in zip(polygons, sides_of(polygons, a, b), strict=True)
            if found is not None
        ),
        _shared(first, second, joints, noded, [cuts, dangles]),
        measuring.distance_m(tuple(a[0]), tuple(b[0])),
        measuring.distance_m(tuple(a[-1]), tuple(b[-1])),
    )


def _joints(a: NDArray[np.float64], b: NDArray[np.float64]) -> list[LineString]:
    """Straight edges from end to end where the lines do not meet."""
    pairs = ((a[0], b[0]), (a[-1], b[-1]))
    return [LineString([p, q]) for p, q in pairs if not np.array_equal(p, q)]


def _shared(
    first: LineString,
    second: LineString,
    joints: list[LineString],
    noded: shapely.Geometry,
    loose: list[shapely.Geometry],
) -> MultiLineString:
    """The stretches used by both lines.

    The two lines and their joints make a closed curve. An edge it uses once lies between two faces; an edge that
    lies at no face is used twice. Only where a line goes round the other can an edge used twice lie at a face:
    the lengths then do not add up, and the lines are intersected.
    """
    parts = shapely.get_parts(loose)
    before = sum(line.length for line in (first, second, *joints))
    if abs(before - noded.length - shapely.length(parts).sum()) > 1e-9 * before:
        return _lines_of(shapely.intersection(first, second))
    for joint in joints:
        along = shapely.intersects(parts, joint)
        parts = np.r_[parts[~along], shapely.difference(parts[along], joint)]
    return _lines_of(shapely.GeometryCollection(list(parts)))


def _lines_of(geometry: shapely.Geometry) -> MultiLineString:
    """The lines of a mixed geometry; touching points have no length."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    lines = parts[(shapely.get_type_id(parts) == LINE) & ~shapely.is_empty(parts)]
    merged = shapely.get_parts(shapely.line_merge(MultiLineString(list(lines))))
    return MultiLineString(list(merged))
