"""Which outlines border each other, and over how many metres."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from boundaries.geo import measuring
from boundaries.geo.edges import Edges, Numbers, edges_of, unmatched_lines

# Less than this is a corner, no common border.
LEAST_BORDER_M = 100.0
# About a centimetre: what two hands digitising one line may differ.
GRID_DEG = 1e-7


class Contact(StrEnum):
    """How two outlines meet."""

    BORDER = "border"
    TOUCH = "touch_only"


@dataclass(frozen=True)
class Neighbours:
    """Two outlines that meet, by their places in the list; the smaller first."""

    first: int
    second: int
    shared_m: float

    @property
    def contact(self) -> Contact:
        """A border from 0.1 km on."""
        return Contact.BORDER if self.shared_m >= LEAST_BORDER_M else Contact.TOUCH


def neighbours_of(outlines: Sequence[BaseGeometry], edges: Edges | None = None) -> list[Neighbours]:
    """All pairs that meet; shared edges are found by their vertices, the rest by laying the edges over each other."""
    edges = edges_of(outlines) if edges is None else edges
    found = _by_vertices(edges)
    for pair, metres in _by_overlay(edges).items():
        found[pair] = found.get(pair, 0.0) + metres
    return [Neighbours(first, second, metres) for (first, second), metres in sorted(found.items())]


def _by_vertices(edges: Edges) -> dict[tuple[int, int], float]:
    """Pairs that share edges, with their length; pairs that share only a vertex, with none."""
    found = dict.fromkeys(_touching(edges), 0.0)
    if not len(edges.pairs):
        return found
    pairs, which = np.unique(edges.pairs[:, 1:], axis=0, return_inverse=True)
    sums = np.bincount(which.ravel(), weights=edges.length_m(edges.pairs[:, 0]), minlength=len(pairs))
    for (first, second), metres in zip(pairs.tolist(), sums.tolist(), strict=True):
        found[first, second] = metres
    return found


def _touching(edges: Edges) -> list[tuple[int, int]]:
    """Pairs of outlines that have a vertex in common."""
    rows = np.unique(np.column_stack([edges.start_vertex, edges.owner]), axis=0)
    found: list[Numbers] = []
    for step in range(1, 8):  # as many outlines as meet in one vertex, and some more
        here = np.flatnonzero(rows[:-step, 0] == rows[step:, 0])
        if not len(here):
            break
        found.append(np.column_stack([rows[here, 1], rows[here + step, 1]]))
    if not found:
        return []
    return [(first, second) for first, second in np.unique(np.vstack(found), axis=0).tolist()]


def _by_overlay(edges: Edges) -> dict[tuple[int, int], float]:
    """Length over which edges run together though their vertices differ."""
    owners = np.unique(edges.owner[~edges.matched])
    lines = np.array([unmatched_lines(edges, int(owner)) for owner in owners], dtype=object)
    if len(lines) < 2:
        return {}
    left, right = shapely.STRtree(lines).query(lines, predicate="dwithin", distance=GRID_DEG)
    keep = left < right
    left, right = left[keep], right[keep]
    found: dict[tuple[int, int], float] = {}
    for one, other in zip(left.tolist(), right.tolist(), strict=True):
        metres = _together_m(lines[one], lines[other])
        if metres > 0:
            found[int(owners[one]), int(owners[other])] = metres
    return found


def _together_m(one: BaseGeometry, other: BaseGeometry) -> float:
    """Length over which two sets of edges run together; only what lies near the other is compared."""
    frame = (
        shapely.box(*shapely.bounds(one)).intersection(shapely.box(*shapely.bounds(other))).buffer(GRID_DEG)
    )
    shared = shapely.intersection(_near(one, frame), _near(other, frame), grid_size=GRID_DEG)
    parts = [
        part for part in shapely.get_parts(shared) if part.geom_type == "LineString" and not part.is_empty
    ]
    return measuring.length_m(shapely.MultiLineString(parts)) if parts else 0.0


def _near(lines: BaseGeometry, frame: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(lines)
    found: Any = shapely.multilinestrings(parts[shapely.intersects(frame, parts)])
    near: BaseGeometry = found
    return near
