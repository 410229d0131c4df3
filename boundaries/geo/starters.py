"""Lines to begin a compromise with: the middle of two claims, or one claim followed up to a vertex and then the other."""

from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, Point
from shapely.ops import substring

# Between two places where the claims meet, the middle has at most this many vertices.
STATIONS = 60
_SAME = 1e-9

Coords = NDArray[np.float64]


def middle_line(first: LineString, second: LineString) -> LineString:
    """The line midway between two claims; where they run together it runs with them."""
    anchors = _anchors(first, second)
    points: list[Coords] = []
    for (a0, b0), (a1, b1) in pairwise(anchors):
        points.append(_midway(substring(first, a0, a1), substring(second, b0, b1)))
    coords = np.concatenate(points)
    kept = np.concatenate(([True], np.abs(np.diff(coords, axis=0)).max(axis=1) > _SAME))
    return LineString(coords[kept])


def follow_until(first: LineString, second: LineString, number: int) -> LineString:
    """The first line up to its vertex `number` (counted from 1), then straight to the second and along it.

    The second is joined at the nearest of its vertices that lie as far along it as the first was followed: never backwards.
    """
    a, b = shapely.get_coordinates(first), shapely.get_coordinates(second)
    number = min(max(number, 1), len(a))
    apart = np.hypot(*(b - a[number - 1]).T)
    apart[_progress(b) < _progress(a)[number - 1]] = np.inf
    nearest = int(apart.argmin())
    coords = np.concatenate((a[:number], b[nearest:]))
    kept = np.concatenate(([True], np.abs(np.diff(coords, axis=0)).max(axis=1) > _SAME))
    coords = coords[kept]
    return LineString(coords if len(coords) > 1 else a[[0, -1]])


def _progress(vertices: Coords) -> Coords:
    """How much of a line lies behind each of its vertices, from 0 to exactly 1."""
    reached = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(vertices, axis=0).T))))
    share: Coords = reached / reached[-1]
    return share


def _anchors(first: LineString, second: LineString) -> list[tuple[float, float]]:
    """Places along both lines where they meet, in the order of both, with both ends."""
    common = shapely.get_coordinates(shapely.intersection(first, second))
    places = sorted((first.project(Point(xy)), second.project(Point(xy))) for xy in common)
    kept = [(0.0, 0.0)]
    for place in places:
        if place[0] > kept[-1][0] + _SAME and place[1] > kept[-1][1] + _SAME:
            kept.append(place)
    end = (first.length, second.length)
    while len(kept) > 1 and (kept[-1][0] >= end[0] - _SAME or kept[-1][1] >= end[1] - _SAME):
        kept.pop()
    return [*kept, end]


def _midway(one: LineString, other: LineString) -> Coords:
    """The mean of two stretches at the same share of their lengths."""
    a, b = shapely.get_coordinates(one), shapely.get_coordinates(other)
    if len(a) == len(b) and np.abs(a - b).max() <= _SAME:
        return a
    count = min(max(len(a), len(b)), STATIONS)
    shares = np.linspace(0, 1, max(count, 2))
    lines = (shapely.line_interpolate_point(line, shares, normalized=True) for line in (one, other))
    p, q = (shapely.get_coordinates(points) for points in lines)
    middle: Coords = (p + q) / 2
    return middle
