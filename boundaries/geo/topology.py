"""A layer of regions as arcs: each edge once, however many regions use it, on a grid of whole numbers.

Neighbours name the same arc, so no simplification and no rounding can part them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiPolygon

Ring = list[int]  # arcs by number, ~number where run backwards
Land = list[list[Ring]]  # the polygons of a region, each its shell and holes
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Topology:
    """Arcs in degrees, the regions made of them, and the arcs two regions share."""

    arcs: list[NDArray[np.float64]]
    regions: dict[str, Land]

    @property
    def vertices(self) -> int:
        """How many vertices all arcs have."""
        return sum(len(arc) for arc in self.arcs)

    def owners(self) -> list[list[str]]:
        """The regions on the two sides of each arc: one for a coast, two for a border."""
        sides: list[list[str]] = [[] for _arc in self.arcs]
        for code, land in self.regions.items():
            for arc in sorted({arc if arc >= 0 else ~arc for part in land for ring in part for arc in ring}):
                sides[arc].append(code)
        return sides

    def borders(self) -> dict[tuple[str, str], list[int]]:
        """The arcs that two regions share, by the ordered pair of their codes."""
        shared: dict[tuple[str, str], list[int]] = {}
        for number, sides in enumerate(self.owners()):
            if len(sides) == 2:
                shared.setdefault((min(sides), max(sides)), []).append(number)
        return shared


def simplified(lands: Mapping[str, MultiPolygon], tolerance: float) -> dict[str, MultiPolygon]:
    """A whole layer with fewer vertices, neighbours still sharing every edge; islets below the tolerance are left out."""
    if tolerance <= 0:
        return dict(lands)
    thinner = shapely.coverage_simplify(list(lands.values()), tolerance)
    return {code: _without_islets(land, tolerance) for code, land in zip(lands, thinner, strict=True)}


def _without_islets(land: shapely.Geometry, tolerance: float) -> MultiPolygon:
    """The parts worth drawing; the largest always stays."""
    parts = shapely.get_parts(land)
    areas = shapely.area(parts)
    return MultiPolygon(list(parts[(areas > 2 * tolerance * tolerance) | (areas == areas.max())]))


def topology_of(lands: Mapping[str, MultiPolygon]) -> Topology:
    """Cut the rings of a layer where neighbours change, and name each piece once."""
    codes = list(lands)
    rings, place = _rings(lands.values())
    coords = np.concatenate(rings) if rings else np.zeros((0, 2))
    _unique, ids = np.unique(coords[:, 0] + 1j * coords[:, 1], return_inverse=True)
    bounds = np.cumsum([0, *(len(ring) for ring in rings)])
    junction = _junctions(ids, bounds)
    known: dict[bytes, int] = {}
    arcs: list[NDArray[np.float64]] = []
    regions: dict[str, Land] = {code: [] for code in codes}
    for number, (region, part, _hole) in enumerate(place):
        here = slice(bounds[number], bounds[number + 1])
        ring = [
            _named(piece, ids[here], coords[here], known, arcs)
            for piece in _pieces(junction[ids[here]], ids[here])
        ]
        land = regions[codes[region]]
        while len(land) <= part:
            land.append([])
        land[part].append(ring)
    return Topology(arcs, regions)


def _rings(lands: Iterable[MultiPolygon]) -> tuple[list[NDArray[np.float64]], list[tuple[int, int, int]]]:
    """Every ring without its repeated last vertex, and whose it is: region, part, ring."""
    rings, place = [], []
    for region, land in enumerate(lands):
        for number, part in enumerate(land.geoms):
            for order, ring in enumerate((part.exterior, *part.interiors)):
                rings.append(shapely.get_coordinates(ring)[:-1])
                place.append((region, number, order))
    return rings, place


def _junctions(ids: Ints, bounds: Ints) -> NDArray[np.bool_]:
    """The vertices at which rings part: where two visits have other neighbours."""
    before, after = np.empty_like(ids), np.empty_like(ids)
    before[1:], after[:-1] = ids[:-1], ids[1:]
    if len(ids):
        starts, ends = bounds[:-1], bounds[1:] - 1
        before[starts], after[ends] = ids[ends], ids[starts]
    low, high = np.minimum(before, after), np.maximum(before, after)
    order = np.argsort(ids, kind="stable")
    same = ids[order][1:] == ids[order][:-1]
    differs = same & ((low[order][1:] != low[order][:-1]) | (high[order][1:] != high[order][:-1]))
    marks = np.zeros(int(ids.max()) + 1 if len(ids) else 0, dtype=bool)
    marks[ids[order][1:][differs]] = True
    return marks


def _pieces(cut: NDArray[np.bool_], ids: Ints) -> list[Ints]:
    """The places of a ring's vertices, cut at junctions; a ring without one starts at its smallest vertex."""
    size = len(ids)
    at = np.flatnonzero(cut)
    if not len(at):
        at = np.array([int(ids.argmin())])
    ends = np.append(at[1:], at[0] + size)
    return [np.arange(start, end + 1) % size for start, end in zip(at, ends, strict=True)]


def _named(
    piece: Ints,
    ids: Ints,
    coords: NDArray[np.float64],
    known: dict[bytes, int],
    arcs: list[NDArray[np.float64]],
) -> int:
    """The number of an arc, ~number when it is known the other way round; a new one is added."""
    forward, backward = ids[piece].tobytes(), ids[piece[::-1]].tobytes()
    if forward in known:
        return known[forward]
    if backward in known:
        return ~known[backward]
    known[forward] = len(arcs)
    arcs.append(coords[piece])
    return known[forward]


def on_grid(arc: NDArray[np.float64], quantum: float) -> list[list[int]]:
    """An arc in whole steps of the grid, repeated vertices dropped; its two ends always stay."""
    steps = np.rint(arc / quantum).astype(np.int64)
    keep = np.ones(len(steps), dtype=bool)
    keep[1:] = (np.diff(steps, axis=0) != 0).any(axis=1)
    kept: list[list[int]] = steps[keep].tolist()
    return kept if len(kept) > 1 else [kept[0], steps[-1].tolist()]


def deltas(steps: list[list[int]]) -> list[int]:
    """An arc as one flat row: its first vertex, then the step to each following one."""
    flat = list(steps[0])
    for (x0, y0), (x1, y1) in pairwise(steps):
        flat += (x1 - x0, y1 - y0)
    return flat


def undeltas(flat: list[int]) -> list[tuple[int, int]]:
    """The vertices of such a row."""
    x = y = 0
    vertices = []
    for place in range(0, len(flat), 2):
        x, y = x + flat[place], y + flat[place + 1]
        vertices.append((x, y))
    return vertices
