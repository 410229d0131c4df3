"""Which way a line runs: the segment's first region belongs on its left."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString

from boundaries.geo.measuring import Areas

# How far beside the line, in degrees (0.1 to 20 km), the regions are looked for: claims leave the outline by kilometres.
REACH = (0.001, 0.01, 0.05, 0.2)
PLACES = 60
# The share of answers that must agree before outlines decide.
SURE = 0.2


@dataclass(frozen=True)
class Turned:
    """A line with the first region on its left, when the outlines could tell; else as it was drawn."""

    line: LineString
    decided: bool
    reversed: bool = False


def reverse(line: LineString) -> LineString:
    """The same line run the other way."""
    return shapely.reverse(line)


def oriented(line: LineString, first: Areas | None, second: Areas | None) -> Turned:
    """The line with the first region on the left as two outlines tell; undecided without them or far from both."""
    if first is None or second is None or first.is_empty or second.is_empty:
        return Turned(line, decided=False)
    left, right = _beside(line)
    answers = (
        shapely.contains_xy(first, left).sum() + shapely.contains_xy(second, right).sum(),
        shapely.contains_xy(first, right).sum() + shapely.contains_xy(second, left).sum(),
    )
    for_it, against = (int(answer) for answer in answers)
    if abs(for_it - against) <= SURE * (for_it + against):
        return Turned(line, decided=False)
    return (
        Turned(line, decided=True) if for_it > against else Turned(reverse(line), decided=True, reversed=True)
    )


def _beside(line: LineString) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Places left and right of the line all along it, near and farther off."""
    at = np.linspace(0.02, 0.98, PLACES)
    points = shapely.get_coordinates(shapely.line_interpolate_point(line, at, normalized=True))
    step = shapely.line_interpolate_point(line, np.minimum(at + 0.01, 1), normalized=True)
    back = shapely.line_interpolate_point(line, at - 0.01, normalized=True)
    way = shapely.get_coordinates(step) - shapely.get_coordinates(back)
    size = np.hypot(way[:, 0], way[:, 1])
    size[size == 0] = 1
    normal = np.c_[-way[:, 1], way[:, 0]] / size[:, None]
    left = np.concatenate([points + reach * normal for reach in REACH])
    right = np.concatenate([points - reach * normal for reach in REACH])
    return left, right


def runs_against(first: LineString, second: LineString) -> bool:
    """Whether the second line clearly runs the other way: its ends lie far nearer when it is turned."""
    a, b = (shapely.get_coordinates(line) for line in (first, second))
    straight = np.hypot(*(a[0] - b[0])) + np.hypot(*(a[-1] - b[-1]))
    turned = np.hypot(*(a[0] - b[-1])) + np.hypot(*(a[-1] - b[0]))
    return bool(2 * turned < straight)
