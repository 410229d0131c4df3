"""Two lines for one boundary laid over each other: what they share and the pockets between them.

Both lines run so that the segment's first region lies on the left. Land left of a side's own claim is what the
first region claims; land right of its claim is what the second claims. A pocket left of the first's claim and
right of the second's is claimed by both; the other way round, by neither.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, MultiLineString, Polygon

from boundaries.geo import measuring

# A pocket narrower than this on average is drawing noise: 1 mm of typing is a thousandth of it.
SLIVER_WIDTH_M = 1.0
# The cosine above which two edges from one vertex count as the same edge.
ALONG = 1 - 1e-9


class Side(StrEnum):
    """Where a pocket lies, seen along the first line."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True)
class Pocket:
    """A piece of land between the two lines: left (or right) of the first, on the other hand of the second."""

    polygon: Polygon
    side: Side

    @cached_property
    def area_m2(self) -> float:
        """Geodesic area."""
        return measuring.area_m2(self.polygon)

    @cached_property
    def perimeter_m(self) -> float:
        """Geodesic length of its edge."""
        return measuring.perimeter_m(self.polygon)

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
    def shared_m(self) -> float:
        """Length on which both lines run together."""
        return measuring.length_m(self.shared)

    @cached_property
    def first_differs_m(self) -> float:
        """Length of the first line that the second does not follow."""
        return max(measuring.length_m(self.first) - self.shared_m, 0.0)

    @cached_property
    def second_differs_m(self) -> float:
        """Length of the second line that the first does not follow."""
        return max(measuring.length_m(self.second) - self.shared_m, 0.0)

    def area_m2(self, side: Side) -> float:
        """Land on one side of the first line and the other of the second."""
        return sum(pocket.area_m2 for pocket in self.pockets if pocket.side == side)


def between_lines(first: LineString, second: LineString) -> Overlay:
    """Lay two lines over each other; ends that do not meet are joined by straight edges and told as gaps."""
    a, b = shapely.get_coordinates(first), shapely.get_coordinates(second)
    shared = shapely.intersection(first, second)
    edges = [first, second, *_joints(a, b)]
    noded = shapely.union_all(edges)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    return Overlay(
        first,
        second,
        tuple(Pocket(face, side) for face, side in zip(faces, _sides(faces, first, second), strict=True)),
        _lines_of(shared),
        measuring.distance_m(tuple(a[0]), tuple(b[0])),
        measuring.distance_m(tuple(a[-1]), tuple(b[-1])),
    )


def _joints(a: NDArray[np.float64], b: NDArray[np.float64]) -> list[LineString]:
    """Straight edges from end to end where the lines do not meet."""
    pairs = ((a[0], b[0]), (a[-1], b[-1]))
    return [LineString([p, q]) for p, q in pairs if not np.array_equal(p, q)]


def _lines_of(geometry: shapely.Geometry) -> MultiLineString:
    """The lines of a mixed intersection; touching points have no length."""
    parts = shapely.get_parts(geometry)
    lines = [part for part in parts if isinstance(part, LineString) and not part.is_empty]
    return MultiLineString(lines)


def _sides(faces: NDArray[np.object_], first: LineString, second: LineString) -> list[Side]:
    """On which side of the first line each face lies.

    A face's ring runs counter-clockwise, so a line that runs with the ring has the face on its left. One vertex
    that belongs to one line alone decides; all faces are asked at once.
    """
    if not len(faces):
        return []
    rings = shapely.get_exterior_ring(shapely.orient_polygons(faces))
    coords, face = shapely.get_coordinates(rings, return_index=True)
    in_first, in_second = (_index_in(coords, shapely.get_coordinates(line)) for line in (first, second))
    votes = np.zeros(len(coords))
    for line, mine, other, sign in ((first, in_first, in_second, 1), (second, in_second, in_first, -1)):
        votes += sign * _runs_with(coords, face, shapely.get_coordinates(line), np.where(other < 0, mine, -1))
    sums = np.bincount(face, weights=votes, minlength=len(faces))
    return [Side.LEFT if total > 0 else Side.RIGHT for total in sums]


def _index_in(points: NDArray[np.float64], vertices: NDArray[np.float64]) -> NDArray[np.intp]:
    """The place of every point among the vertices of a line, -1 where it is none of them."""
    wanted, known = (array[:, 0] + 1j * array[:, 1] for array in (points, vertices))
    order = np.argsort(known)
    place = np.minimum(np.searchsorted(known, wanted, sorter=order), len(known) - 1)
    return np.where(known[order[place]] == wanted, order[place], -1)


def _runs_with(
    ring: NDArray[np.float64], face: NDArray[np.intp], line: NDArray[np.float64], at: NDArray[np.intp]
) -> NDArray[np.float64]:
    """1 where the ring leaves a vertex of the line as the line does, -1 where against it, 0 where nothing is known."""
    usable = np.flatnonzero((at[:-1] >= 0) & (face[:-1] == face[1:]))
    k, step = at[usable], ring[usable + 1] - ring[usable]
    ahead = _cosine(step, line[np.minimum(k + 1, len(line) - 1)] - line[k])
    back = _cosine(step, line[np.maximum(k - 1, 0)] - line[k])
    votes = np.zeros(len(ring))
    known = np.maximum(ahead, back) > ALONG
    votes[usable] = np.where(known, np.sign(ahead - back), 0)
    return votes


def _cosine(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """The cosine of the angle between directions; -1 where one of them is no direction."""
    size = np.hypot(a[:, 0], a[:, 1]) * np.hypot(b[:, 0], b[:, 1])
    dot = (a * b).sum(axis=1)
    cosine: NDArray[np.float64] = np.divide(dot, size, out=np.full(len(dot), -1.0), where=size > 0)
    return cosine
