"""Polygons put together from arcs that neighbours share, so that their edges cannot differ."""

from collections.abc import Iterable
from dataclasses import dataclass

from shapely import MultiPolygon, Polygon

Vertex = tuple[float, float]


@dataclass(frozen=True)
class Arc:
    """One edge between two nodes, with a region on its left and a neighbour (or the sea) on its right."""

    left: str
    right: str
    vertices: tuple[Vertex, ...]

    def with_left(self, code: str) -> tuple[Vertex, ...]:
        """The vertices in the direction in which a side lies on the left."""
        return self.vertices if self.left == code else self.vertices[::-1]


def outline(code: str, arcs: Iterable[Arc]) -> MultiPolygon:
    """The land of one region: its arcs chained to rings, those running clockwise being holes.

    Raises ValueError where an arc's end meets no other.
    """
    rings = _chained([arc.with_left(code) for arc in arcs if code in (arc.left, arc.right)], code)
    areas = [Polygon(ring) for ring in rings]
    shells = [area for area in areas if area.exterior.is_ccw]
    holes = [area for area in areas if not area.exterior.is_ccw]
    return MultiPolygon(
        [Polygon(shell.exterior, [hole.exterior for hole in holes if shell.covers(hole)]) for shell in shells]
    )


def _chained(pieces: list[tuple[Vertex, ...]], code: str) -> list[list[Vertex]]:
    """Join head to tail until every ring is closed."""
    left, rings = list(pieces), []
    while left:
        ring = list(left.pop(0))
        while ring[0] != ring[-1]:
            following = next((piece for piece in left if piece[0] == ring[-1]), None)
            if following is None:
                raise ValueError(f"Garis luar {code} terputus pada {ring[-1]}.")
            left.remove(following)
            ring.extend(following[1:])
        rings.append(ring)
    return rings
