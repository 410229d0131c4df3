"""On which side of two lines each piece of land between them lies."""

from enum import StrEnum

import numpy as np
import shapely
from numpy.typing import NDArray

Vertices = NDArray[np.float64]
# The cosine above which two edges from one vertex count as the same edge.
ALONG = 1 - 1e-9
# For more faces than this an index of the edges costs less than asking all of them.
FEW = 40


class Side(StrEnum):
    """Where a pocket lies, seen along the first line."""

    LEFT = "left"
    RIGHT = "right"


Found = tuple[Side, bool] | None


def sides_of(faces: NDArray[np.object_], first: Vertices, second: Vertices) -> list[Found]:
    """The side of the first line on which each face lies, and whether it is twisted; None when not in between.

    A face lies left of its rings, so a line that runs with a ring has the face on its left. Every edge of a ring
    that starts or ends at a vertex of one line votes; all faces are asked at once. Where votes differ or a line gave
    none (all its edges there run from crossing to crossing), the winding of the loop of both lines decides.
    """
    if not len(faces):
        return []
    rings, of_face = shapely.get_rings(shapely.orient_polygons(faces), return_index=True)
    ring, number_of_ring = shapely.get_coordinates(rings, return_index=True)
    face = of_face[number_of_ring]
    runs = [_runs_with(ring, number_of_ring, line) for line in (first, second)]
    # An edge of both lines tells nothing.
    alone = [np.where(runs[1 - mine] == 0, runs[mine], 0) for mine in (0, 1)]
    left = [np.bincount(face, weights=votes > 0, minlength=len(faces)) for votes in alone]
    right = [np.bincount(face, weights=votes < 0, minlength=len(faces)) for votes in alone]
    hand = [np.sign(left[line] - right[line]) for line in (0, 1)]
    twisted = (np.minimum(left[0], right[0]) > 0) | (np.minimum(left[1], right[1]) > 0)
    side = np.where(hand[0] != 0, hand[0], -hand[1])
    side[(hand[0] == hand[1]) & (hand[0] != 0)] = 0
    unsure = np.flatnonzero(twisted | (hand[0] == 0) | (hand[1] == 0))
    side[unsure] = np.sign(windings(faces[unsure], first, second))
    return [_found(value, bool(odd)) for value, odd in zip(side, twisted, strict=True)]


def _found(side: float, twisted: bool) -> Found:
    if side == 0:
        return None
    return (Side.LEFT if side > 0 else Side.RIGHT), twisted


def _runs_with(ring: Vertices, number: NDArray[np.intp], line: Vertices) -> NDArray[np.float64]:
    """For each edge of the rings 1 where the line runs along it, -1 where against it, 0 where nothing is known."""
    at = _index_in(ring, line)
    same = number[:-1] == number[1:]
    votes = np.zeros(len(ring))
    for start, stop, sign in ((0, 1, 1), (1, 0, -1)):
        here = at[start : len(ring) - 1 + start]
        usable = np.flatnonzero((here >= 0) & same & (votes[:-1] == 0))
        k = here[usable]
        step = ring[usable + stop] - ring[usable + start]
        ahead = _cosine(step, line[np.minimum(k + 1, len(line) - 1)] - line[k])
        back = _cosine(step, line[np.maximum(k - 1, 0)] - line[k])
        votes[usable] = np.where(np.maximum(ahead, back) > ALONG, sign * np.sign(ahead - back), 0)
    return votes


def _index_in(points: Vertices, vertices: Vertices) -> NDArray[np.intp]:
    """The place of every point among the vertices of a line, -1 where it is none of them."""
    wanted, known = (array[:, 0] + 1j * array[:, 1] for array in (points, vertices))
    order = np.argsort(known)
    place = np.minimum(np.searchsorted(known, wanted, sorter=order), len(known) - 1)
    return np.where(known[order[place]] == wanted, order[place], -1)


def _cosine(a: Vertices, b: Vertices) -> Vertices:
    """The cosine of the angle between directions; -1 where one of them is no direction."""
    size = np.hypot(a[:, 0], a[:, 1]) * np.hypot(b[:, 0], b[:, 1])
    dot = (a * b).sum(axis=1)
    cosine: Vertices = np.divide(dot, size, out=np.full(len(dot), -1.0), where=size > 0)
    return cosine


def windings(faces: NDArray[np.object_], first: Vertices, second: Vertices) -> NDArray[np.int_]:
    """How often the way there on the first line and back on the second goes round each face, counter-clockwise."""
    points = shapely.get_coordinates(shapely.point_on_surface(faces))
    loop = np.r_[first, second[::-1], first[:1]]
    # Rays run along the shorter side, where they meet fewer edges; exchanging the axes turns the sign.
    wide = np.ptp(loop[:, 0]) > np.ptp(loop[:, 1])
    if wide:
        points, loop = points[:, ::-1], loop[:, ::-1]
    ray, edge = _met(points, loop)
    a, b, x, y = loop[edge], loop[edge + 1], points[ray, 0], points[ray, 1]
    hand = (b[:, 0] - a[:, 0]) * (y - a[:, 1]) - (x - a[:, 0]) * (b[:, 1] - a[:, 1])
    up = (a[:, 1] <= y) & (b[:, 1] > y) & (hand > 0)
    down = (a[:, 1] > y) & (b[:, 1] <= y) & (hand < 0)
    turns = np.bincount(ray, weights=up.astype(int) - down.astype(int), minlength=len(points)).astype(int)
    return -turns if wide else turns


def _met(points: Vertices, loop: Vertices) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Which edges of the loop a ray from each point to the right may meet."""
    if len(points) < FEW:
        low, high = (choose(loop[:-1, 1], loop[1:, 1]) for choose in (np.minimum, np.maximum))
        found = [np.flatnonzero((low <= y) & (high >= y)) for y in points[:, 1]]
        counts = [len(edges) for edges in found]
        return np.repeat(np.arange(len(points)), counts), np.concatenate([np.empty(0, int), *found])
    edges = shapely.linestrings(np.stack([loop[:-1], loop[1:]], axis=1))
    ends = np.c_[np.full(len(points), loop[:, 0].max() + 1), points[:, 1]]
    ray, edge = shapely.STRtree(edges).query(shapely.linestrings(np.stack([points, ends], axis=1)))
    return ray, edge
