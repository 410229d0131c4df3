"""Do outlines fit together: no land twice, none forgotten, neighbours on one and the same line."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from boundaries.geo import measuring
from boundaries.geo.edges import Edges, edges_of, unmatched_lines

# A gap narrower than this between two outlines is a fault; a wider one may be a lake.
GAP_WIDTH_M = 250.0
SLIVER_WIDTH_M = 1.0
_METRES_PER_DEGREE = 111_320.0


class FaultKind(StrEnum):
    """What does not fit."""

    OVERLAP = "tumpang_tindih"
    GAP = "celah"
    HOLE = "lubang"
    EDGE = "tepi_berbeda"


@dataclass(frozen=True)
class Fault:
    """One place where outlines do not fit: whose, where, how large; lengths in metres, area in square metres."""

    kind: FaultKind
    owners: tuple[int, ...]
    lon: float
    lat: float
    area_m2: float
    width_m: float
    length_m: float

    def is_sliver(self, tolerance_m: float) -> bool:
        """So narrow that it comes from drawing, not from disagreement."""
        return self.kind is not FaultKind.HOLE and self.width_m < tolerance_m


def torn_pairs(outlines: Sequence[BaseGeometry], gap_width_m: float = GAP_WIDTH_M) -> set[tuple[int, int]]:
    """Outlines, two and two, whose edges overlap or run closely beside each other without being the same; smaller first."""
    width = gap_width_m / _METRES_PER_DEGREE
    shapes = np.asarray(outlines, dtype=object)
    wrong = shapely.coverage_invalid_edges(shapes, gap_width=width)
    torn = np.flatnonzero(~shapely.is_empty(wrong))
    at, near = shapely.STRtree(shapes).query(wrong[torn], predicate="dwithin", distance=width)
    return {
        (min(one, other), max(one, other))
        for one, other in zip(torn[at].tolist(), near.tolist(), strict=True)
        if one != other
    }


def faults_of(
    outlines: Sequence[BaseGeometry], edges: Edges | None = None, *, gap_width_m: float = GAP_WIDTH_M
) -> list[Fault]:
    """All faults, the largest first of each kind."""
    edges = edges_of(outlines) if edges is None else edges
    shapes = np.asarray(outlines, dtype=object)
    wrong = shapely.coverage_invalid_edges(shapes, gap_width=gap_width_m / _METRES_PER_DEGREE)
    flagged = np.flatnonzero(~shapely.is_empty(wrong))
    overlaps = _overlaps(shapes, flagged)
    gaps = _gaps(shapes, edges, bool(len(flagged)), gap_width_m)
    named = {owner for fault in (*overlaps, *gaps) for owner in fault.owners}
    rest = [_edge(wrong[at], int(at)) for at in flagged.tolist() if at not in named]
    kinds = list(FaultKind)
    return sorted(
        [*overlaps, *gaps, *rest],
        key=lambda fault: (kinds.index(fault.kind), -fault.area_m2, -fault.length_m),
    )


def _overlaps(shapes: "np.typing.NDArray[np.object_]", flagged: "np.typing.NDArray[np.int64]") -> list[Fault]:
    """Land that two outlines hold."""
    some = shapes[flagged]
    left, right = shapely.STRtree(some).query(some, predicate="intersects")
    found = []
    for one, other in zip(left.tolist(), right.tolist(), strict=True):
        if one < other:
            common = shapely.intersection(some[one], some[other])
            pieces = [part for part in shapely.get_parts(common) if "Polygon" in part.geom_type]
            pieces = [piece for part in pieces for piece in shapely.get_parts(part)]
            owners = int(flagged[one]), int(flagged[other])
            found += [_area(FaultKind.OVERLAP, owners, piece) for piece in pieces]
    return [fault for fault in found if fault.area_m2 > 0]


def _gaps(
    shapes: "np.typing.NDArray[np.object_]", edges: Edges, crossing: bool, gap_width_m: float
) -> list[Fault]:
    """Land inside the coverage that no outline holds, with the outlines around it."""
    lines = unmatched_lines(edges)
    if crossing:
        lines = shapely.unary_union(lines)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(lines)))
    if not len(faces):
        return []
    tree = shapely.STRtree(shapes)
    covered, _which = tree.query(shapely.point_on_surface(faces), predicate="intersects")
    found = []
    for face in faces[np.setdiff1d(np.arange(len(faces)), covered)]:
        near = tree.query(face, predicate="dwithin", distance=1e-9)
        fault = _area(FaultKind.HOLE, tuple(sorted(int(at) for at in near)), face)
        narrow = fault.width_m < gap_width_m
        found.append(_renamed(fault) if narrow and len(fault.owners) > 1 else fault)
    return found


def _renamed(fault: Fault) -> Fault:
    return Fault(
        FaultKind.GAP, fault.owners, fault.lon, fault.lat, fault.area_m2, fault.width_m, fault.length_m
    )


def _area(kind: FaultKind, owners: tuple[int, ...], piece: Any) -> Fault:
    area, around = measuring.area_m2(piece), measuring.perimeter_m(piece)
    place = shapely.point_on_surface(piece)
    width = 2 * area / around if around else 0.0
    return Fault(kind, owners, place.x, place.y, area, width, around / 2)


def _edge(lines: Any, owner: int) -> Fault:
    """Edges beside a neighbour's that have other vertices."""
    first = shapely.get_coordinates(lines)[0]
    return Fault(
        FaultKind.EDGE, (owner,), float(first[0]), float(first[1]), 0.0, 0.0, measuring.length_m(lines)
    )
