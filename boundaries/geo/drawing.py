"""A layer packed for a map: as much detail as fits into the bytes a level may cost."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import shapely
from shapely import MultiPolygon, Polygon

from boundaries.geo.topology import Topology, deltas, on_grid, simplified, topology_of

# Bytes on the wire of each level: the country at a glance, a province, a border.
BUDGETS = (60_000, 380_000, 2_000_000)
# Degrees; nobody sees less than 0.00005 degrees (5 m) on these maps.
FINEST = 0.00005
COARSEST = 0.5


@dataclass(frozen=True)
class Named:
    """A region with its name and its land."""

    name: str
    land: MultiPolygon


@dataclass(frozen=True)
class Drawing:
    """What a level weighs and how it came about; `body` is gzip."""

    body: bytes
    tolerance: float
    vertices: int


def multi_polygon(coordinates: Any) -> MultiPolygon:
    """The land of GeoJSON MultiPolygon coordinates."""
    return MultiPolygon([Polygon(part[0], part[1:]) for part in coordinates])


def draw(layer: Mapping[str, Named], budget: int, facts: Mapping[str, Any]) -> Drawing:
    """The finest drawing of a layer that fits; a coarser one than `COARSEST` is never tried."""
    tolerance = _first_guess(layer, budget)
    while True:
        drawing = _drawn(layer, tolerance, facts)
        if len(drawing.body) <= budget or tolerance >= COARSEST:
            return drawing
        # Bytes shrink about as the tolerance grows; ask for what is missing rather than try every step.
        tolerance *= min(max((len(drawing.body) / budget) ** 0.7, 1.4), 4.0)


def _first_guess(layer: Mapping[str, Named], budget: int) -> float:
    """A tolerance near the right one: a vertex costs some three bytes on the wire."""
    vertices = sum(shapely.get_num_coordinates(named.land) for named in layer.values())
    excess = float(vertices) * 3 / budget
    return FINEST if excess < 1 else 0.003 * excess


def _drawn(layer: Mapping[str, Named], tolerance: float, facts: Mapping[str, Any]) -> Drawing:
    lands = simplified({code: named.land for code, named in layer.items()}, tolerance)
    topology, quantum = topology_of(lands), _grid(tolerance)
    body = {**facts, "grid": quantum, **_rows(topology, quantum, layer, lands)}
    packed = json.dumps(body, separators=(",", ":"), ensure_ascii=False).encode()
    return Drawing(gzip.compress(packed, 9, mtime=0), tolerance, topology.vertices)


def _middle(part: Polygon) -> shapely.Point:
    """Where a name has most room: the middle of the largest circle inside, roughly."""
    west, south, east, north = part.bounds
    return shapely.get_point(shapely.maximum_inscribed_circle(part, max(east - west, north - south) / 20), 0)


def _grid(tolerance: float) -> float:
    """A round step some eight times finer than the tolerance."""
    return next(step for step in (0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001, 0.00005, 0.00002, 0.00001)
                if step <= tolerance / 6 or step == 0.00001)  # fmt: skip


def _rows(
    topology: Topology, quantum: float, layer: Mapping[str, Named], lands: Mapping[str, MultiPolygon]
) -> dict[str, Any]:
    """Arcs as rows of whole steps, and each region with its name and the place of its label."""
    regions = []
    for code, land in topology.regions.items():
        parts = shapely.get_parts(lands[code])
        at = _middle(parts[shapely.area(parts).argmax()])
        label = [round(at.x / quantum), round(at.y / quantum)]
        regions.append({"code": code, "name": layer[code].name, "at": label, "land": land})
    return {"arcs": [deltas(on_grid(arc, quantum)) for arc in topology.arcs], "regions": regions}
