"""The line a segment is drawn by where it has one of its own: the agreed one, else an indicative one."""

from collections.abc import Iterable
from datetime import datetime

import shapely
from shapely import LineString

from boundaries.choices import LineRole
from boundaries.models import BoundaryLine

Vertices = list[tuple[float, float]]
MOST_REMEMBERED = 5_000
# Later ones are preferred; an illustration only where nothing else is known.
_RANK = {LineRole.INDIKATIF: 0, LineRole.DISEPAKATI: 1}
_memory: dict[tuple[int, datetime, float, float], Vertices] = {}


def own_lines(segment_ids: Iterable[int], tolerance: float) -> dict[int, tuple[BoundaryLine, Vertices]]:
    """The open line of each segment that has one, thinned to a tolerance in degrees. Two queries at most."""
    standing = BoundaryLine.objects.public().standing().filter(segment__in=segment_ids, role__in=_RANK)
    chosen: dict[int, BoundaryLine] = {}
    for line in standing.defer("vertices").order_by("drawn_at", "pk"):
        known = chosen.get(line.segment_id)
        if known is None or _rank(line) >= _rank(known):
            chosen[line.segment_id] = line
    shapes = _thinned(chosen.values(), tolerance)
    return {segment: (line, shapes[line.pk]) for segment, line in chosen.items() if line.pk in shapes}


def _rank(line: BoundaryLine) -> tuple[bool, int]:
    return not line.illustrative, _RANK[LineRole(line.role)]


def _thinned(lines: Iterable[BoundaryLine], tolerance: float) -> dict[int, Vertices]:
    """Lines never change, so each process thins each of them once; those it does not know are read in one query."""
    keys = {line.pk: (line.pk, line.drawn_at, line.length_m, tolerance) for line in lines}
    fresh = [pk for pk, key in keys.items() if key not in _memory]
    if fresh:
        if len(_memory) > MOST_REMEMBERED:
            _memory.clear()
        for pk, vertices in BoundaryLine.objects.filter(pk__in=fresh).values_list("pk", "vertices"):
            _memory[keys[pk]] = thin(vertices, tolerance)
    return {pk: _memory[key] for pk, key in keys.items() if key in _memory}


def thin(vertices: list[list[float]], tolerance: float) -> Vertices:
    """A line with the vertices a map of this fineness can show."""
    line = LineString(vertices).simplify(tolerance)
    return [(round(float(x), 6), round(float(y), 6)) for x, y in shapely.get_coordinates(line)]
