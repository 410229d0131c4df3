"""A layer packed as shared arcs: neighbours keep one edge, however little of it is left."""

import gzip
import json
import math
from itertools import pairwise

import pytest
import shapely
from shapely import MultiPolygon, Polygon

from boundaries.demo.outlines import read_outlines
from boundaries.geo.drawing import Named, draw
from boundaries.geo.drawn import Drawn
from boundaries.geo.rings import Arc, outline
from boundaries.geo.topology import deltas, on_grid, simplified, topology_of, undeltas


def wavy(columns: int, rows: int, steps: int = 12) -> dict[str, MultiPolygon]:
    """A grid of regions with bent edges; neighbours bend alike."""

    def edge(a: tuple[float, float], b: tuple[float, float]) -> list[tuple[float, float]]:
        low, high = sorted((a, b))
        out = []
        for step in range(steps):
            t = step / steps
            x, y = low[0] + (high[0] - low[0]) * t, low[1] + (high[1] - low[1]) * t
            bend = 0.05 * math.sin(7 * t * math.pi) * math.sin(math.pi * t) * math.cos(13 * (low[0] + low[1]))
            out.append((x + bend, y + bend) if step > 0 else low)
        out.append(high)
        return out if (a, b) == (low, high) else out[::-1]

    lands = {}
    for i in range(columns):
        for j in range(rows):
            corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1), (i, j)]
            ring = [vertex for a, b in pairwise(corners) for vertex in edge(a, b)[:-1]]
            lands[f"{i:02}.{j:02}"] = MultiPolygon([Polygon(ring)])
    return lands


def drawn(lands: dict[str, MultiPolygon], budget: int) -> Drawn:
    """Drawn, packed and read again."""
    body = draw({code: Named(code, land) for code, land in lands.items()}, budget, {}).body
    return Drawn(json.loads(gzip.decompress(body)))


def test_every_edge_is_kept_once_and_borders_follow_from_it():
    topology = topology_of(wavy(4, 3))
    assert len(topology.borders()) == 3 * 3 + 4 * 2
    edges = {tuple(sorted(pair)) for arc in topology.arcs for pair in pairwise(map(tuple, arc.tolist()))}
    assert sum(len(arc) - 1 for arc in topology.arcs) == len(edges)


@pytest.mark.parametrize("tolerance", [0.001, 0.01, 0.05, 0.2])
def test_simplified_neighbours_still_share_their_edges(tolerance):
    lands = simplified(wavy(5, 5), tolerance)
    assert shapely.coverage_is_valid(list(lands.values()))
    assert len(topology_of(lands).borders()) == 40


def test_what_is_read_again_is_a_coverage_too():
    layer = drawn(wavy(5, 5), 2_500)
    lands = [MultiPolygon([Polygon(ring) for ring in layer.rings(code)]) for code in layer.regions]
    assert shapely.coverage_is_valid(lands)


def test_a_drawing_weighs_no_more_than_its_budget():
    lands = wavy(8, 8, steps=60)
    sizes = [
        len(draw({c: Named(c, land) for c, land in lands.items()}, budget, {}).body)
        for budget in (30_000, 8_000, 4_000)
    ]
    assert all(size <= budget for size, budget in zip(sizes, (30_000, 8_000, 4_000), strict=True))


def test_the_border_of_two_regions_is_the_same_seen_from_either():
    layer = drawn(read_outlines(), 400_000)
    assert layer.border("64.02", "64.07") == layer.border("64.07", "64.02") != []
    assert layer.border("64.03", "64.01") == []


def test_an_enclave_is_a_hole_with_the_same_arc():
    layer = drawn(read_outlines(), 400_000)
    (ring,) = layer.border("64.02", "64.72")
    assert ring[0] == ring[-1]
    assert layer.regions["64.02"]["land"][0][1] in (
        [~layer.regions["64.72"]["land"][0][0][0]],
        layer.regions["64.72"]["land"][0][0],
    )


def test_islets_go_before_the_region_does():
    tiny = Polygon([(0, 0), (0.001, 0), (0, 0.001)])
    lands = simplified(
        {"01.01": MultiPolygon([tiny, Polygon([(1, 1), (2, 1), (1, 2)])]), "01.02": MultiPolygon([tiny])}, 0.1
    )
    assert [len(land.geoms) for land in lands.values()] == [1, 1]


def test_deltas_round_trip_and_ends_stay():
    steps = on_grid(
        shapely.get_coordinates(shapely.LineString([(0.1, 0.1), (0.1004, 0.1), (0.2, -0.3)])), 0.01
    )
    assert undeltas(deltas(steps)) == [tuple(step) for step in steps] == [(10, 10), (20, -30)]


def test_an_outline_that_does_not_close_is_named():
    with pytest.raises(ValueError, match="terputus"):
        outline("01.01", [Arc("01.01", "laut", ((0.0, 0.0), (1.0, 0.0)))])
