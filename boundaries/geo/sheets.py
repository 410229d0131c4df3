"""Laying rectangles of one size along a line, so that every stretch of it lies well inside one of them."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from boundaries.geo.planes import Coords

MOST_SHEETS = 60
# Parts of a sheet's shorter side: how finely the line is walked, and how far it stays from the edge.
STEPS, MARGIN = 40, 0.08


class TooManySheets(ValueError):  # noqa: N818  named for what it says
    """At this scale the line would need more sheets than anybody binds."""

    def __init__(self, count: int) -> None:
        """Keep how many were counted before giving up."""
        super().__init__(f"more than {count} sheets")
        self.count = count


@dataclass(frozen=True)
class Window:
    """A rectangle on the ground, in metres of the plane, and from where to where it shows the line (m along it)."""

    east: float
    north: float
    width: float
    height: float
    begins: float = 0.0
    ends: float = 0.0

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north; `east` and `north` of the window itself name its south-western corner."""
        return self.east, self.north, self.east + self.width, self.north + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.east + self.width / 2, self.north + self.height / 2


def window_around(points: Coords, width: float, height: float) -> Window | None:
    """One rectangle in whose middle all points lie with a margin, or None when they do not fit."""
    low, high = points.min(axis=0), points.max(axis=0)
    rim = MARGIN * min(width, height)
    if high[0] - low[0] > width - 2 * rim or high[1] - low[1] > height - 2 * rim:
        return None
    middle = (low + high) / 2
    return Window(float(middle[0] - width / 2), float(middle[1] - height / 2), width, height)


def windows_along(line: Coords, width: float, height: float, *, most: int = MOST_SHEETS) -> list[Window]:
    """Rectangles one after the other along a line; each begins where the one before it ends. Raises TooManySheets.

    As few as can be, and where the line allows it all with an equal stretch of it.
    """
    walked, distance = _walked(line, min(width, height) / STEPS)
    rim = MARGIN * min(width, height)
    room = np.array([width - 2 * rim, height - 2 * rim])
    cuts = [0]
    while cuts[-1] < len(walked) - 1:
        if len(cuts) > most:
            raise TooManySheets(most)
        cuts.append(_reach(walked, cuts[-1], room))
    even = _even(distance, len(cuts) - 1)
    chosen = even if _all_fit(walked, even, room) else cuts
    return [_window(walked, distance, pair, (width, height)) for pair in pairwise(chosen)]


def _even(distance: Coords, count: int) -> list[int]:
    """Cuts into stretches of equal length, as near as the vertices allow."""
    return [int(np.argmin(np.abs(distance - distance[-1] * part / count))) for part in range(count + 1)]


def _all_fit(walked: Coords, cuts: list[int], room: Coords) -> bool:
    """Whether every stretch lies within the room of a sheet and none is empty."""
    parts = [walked[first : last + 1] for first, last in pairwise(cuts)]
    return all(len(part) > 1 and bool((np.ptp(part, axis=0) <= room).all()) for part in parts)


def _window(walked: Coords, distance: Coords, cut: tuple[int, int], size: tuple[float, float]) -> Window:
    """A sheet with its stretch in the middle."""
    part = walked[cut[0] : cut[1] + 1]
    corner = (part.min(axis=0) + part.max(axis=0)) / 2 - np.array(size) / 2
    return Window(float(corner[0]), float(corner[1]), *size, float(distance[cut[0]]), float(distance[cut[1]]))


def _walked(line: Coords, step: float) -> tuple[Coords, Coords]:
    """The line with a vertex at least every `step` metres, and how far along it each lies."""
    parts, edges = [], np.hypot(*np.diff(line, axis=0).T)
    for start, end, size in zip(line[:-1], line[1:], edges, strict=True):
        pieces = max(1, int(np.ceil(size / step)))
        parts.append(start + (end - start) * np.arange(pieces)[:, None] / pieces)
    walked = np.vstack([*parts, line[-1:]])
    return walked, np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(walked, axis=0).T))])


def _reach(walked: Coords, first: int, room: Coords) -> int:
    """The last vertex that still fits beside the first; at least the next one, which always fits."""
    ahead = walked[first:]
    spread = np.maximum.accumulate(ahead, axis=0) - np.minimum.accumulate(ahead, axis=0)
    fits: NDArray[np.bool_] = np.all(spread <= room, axis=1)
    stop = len(fits) if fits.all() else int(np.argmin(fits))
    return first + max(stop - 1, 1)
