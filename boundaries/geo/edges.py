"""The edges of many outlines, and which of them two outlines have in common, vertex for vertex."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from boundaries.geo.measuring import ELLIPSOID

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Edges:
    """Every edge of every ring: its two ends as positions and as numbers of vertices, and whose it is."""

    start: Floats
    end: Floats
    start_vertex: Numbers
    end_vertex: Numbers
    owner: Numbers
    # True where an edge of another outline runs between the same two vertices.
    matched: NDArray[np.bool_]
    # One row per matched pair: the first edge, the two owners (the smaller number first).
    pairs: Numbers

    def length_m(self, rows: Numbers) -> Floats:
        """Geodesic length of each of these edges."""
        start, end = self.start[rows], self.end[rows]
        lengths: Floats = np.asarray(ELLIPSOID.inv(start[:, 0], start[:, 1], end[:, 0], end[:, 1])[2])
        return lengths


def edges_of(outlines: Sequence[BaseGeometry]) -> Edges:
    """All edges, matched by their vertices; exact, because neighbours of a coverage share vertices exactly."""
    shapes = np.asarray(outlines, dtype=object)
    parts, whose = shapely.get_parts(shapes, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    positions, ring = shapely.get_coordinates(rings, return_index=True)
    _places, vertex = np.unique(positions[:, 0] + 1j * positions[:, 1], return_inverse=True)
    vertex = vertex.astype(np.int64)
    inside = np.flatnonzero(ring[:-1] == ring[1:])
    inside = inside[vertex[inside] != vertex[inside + 1]]
    owner = whose[part[ring[inside]]].astype(np.int64)
    start, end = vertex[inside], vertex[inside + 1]
    matched, pairs = _matches(start, end, owner)
    return Edges(positions[inside], positions[inside + 1], start, end, owner, matched, pairs)


def _matches(start: Numbers, end: Numbers, owner: Numbers) -> tuple[NDArray[np.bool_], Numbers]:
    """Which edges have a twin in another outline, and the twins."""
    key = np.minimum(start, end) * (max(int(start.max(initial=0)), int(end.max(initial=0))) + 1) + np.maximum(
        start, end
    )
    order = np.lexsort((owner, key))
    same = (key[order][1:] == key[order][:-1]) & (owner[order][1:] != owner[order][:-1])
    first, second = order[:-1][same], order[1:][same]
    matched = np.zeros(len(key), dtype=bool)
    matched[first] = matched[second] = True
    return matched, np.column_stack([first, owner[first], owner[second]]).astype(np.int64)


def unmatched_lines(edges: Edges, owner: int | None = None) -> BaseGeometry:
    """The edges nobody shares (coast, outer rim, faults) as lines: of one outline, or of all."""
    rows = ~edges.matched if owner is None else ~edges.matched & (edges.owner == owner)
    ends = np.stack([edges.start[rows], edges.end[rows]], axis=1)
    if not len(ends):
        return shapely.MultiLineString()
    lines: Any = shapely.linestrings(ends)
    found: Any = shapely.multilinestrings(lines)
    made: BaseGeometry = found
    return made
