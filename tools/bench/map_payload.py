"""The map of 514 regions: its bytes on the wire, and what sending them costs beside reading the kept bytes."""

import random
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from django.test import RequestFactory
from django.urls import reverse
from shapely import Polygon

from boundaries.models import LayerDrawing, RegionLayer, RegionShape
from boundaries.services.drawings import drawings_in_use
from boundaries.tasks.drawings import draw_layer
from boundaries.views.map_data import regions_json
from ksd.accounts.models import User
from regions.models import Region
from tools.bench import Figure, fastest
from tools.bench._stage import set_stage

COLUMNS, ROWS, REGIONS = 26, 20, 514
MOST_BYTES = 400_000
ROUNDS, TIMES = 40, 3
Vertex = tuple[float, float]


def measure() -> list[Figure]:
    """Bytes of the view of the whole country and of the finer level; time of an answer."""
    set_stage()
    layer = _layer()
    sizes = [len(bytes(draw_layer(layer=layer, level=level).body)) for level in (0, 1)]
    ratio = _ratio()
    vertices = LayerDrawing.objects.get(layer=layer, level=1).vertex_count
    note = f"{REGIONS} wilayah; tingkat 0 {sizes[0] / 1000:.0f} kB, tingkat 1 {sizes[1] / 1000:.0f} kB dari {vertices} titik"
    return [
        Figure("map_payload_bytes", float(max(sizes)), MOST_BYTES, note),
        Figure("map_payload", ratio, 2.0, "waktu jawaban : membaca bita yang disimpan"),
    ]


def _ratio() -> float:
    """How much longer the whole answer takes than the bare reading of its bytes."""
    request: Any = RequestFactory().get(
        reverse("boundaries:regions_json", args=[1]), headers={"accept-encoding": "gzip"}
    )
    request.user = User.objects.get(username="biro")
    view: Any = regions_json
    if len(view(request, level=1).content) != len(_kept()):
        raise RuntimeError("the answer is not what is kept")
    read, answer = fastest(ROUNDS, lambda: _often(_kept), lambda: _often(lambda: view(request, level=1)))
    return answer / read


def _often(act: Callable[[], object]) -> None:
    for _time in range(TIMES):
        act()


def _kept() -> bytes:
    """The kept bytes, read as the product reads rows: one query."""
    return bytes(drawings_in_use(1).values_list("body", flat=True)[:1].get())


def _layer() -> RegionLayer:
    """An invented country: a jittered grid whose edges are broken again and again, neighbours alike."""
    RegionLayer.objects.update(in_use=False)
    layer = RegionLayer.objects.create(name="Lapisan ukur", source="ukur", in_use=True)
    lands = country()
    province = Region.objects.current().get(code="64")
    fresh = [
        Region(code=f"8{3 + number // 99}.{number % 99 + 1:02}", name=f"Wilayah ukur {number}", kind="kabupaten", level=2,
               parent=province) for number in range(len(lands))
    ]  # fmt: skip
    regions = Region.objects.bulk_create(fresh)
    RegionShape.objects.bulk_create(
        _shape(layer, region, land) for region, land in zip(regions, lands, strict=True)
    )
    return layer


def _shape(layer: RegionLayer, region: Region, land: Polygon) -> RegionShape:
    west, south, east, north = land.bounds
    return RegionShape(
        layer=layer, region=region, coordinates=[[[list(vertex) for vertex in land.exterior.coords]]], area_m2=1.0,
        west=west, south=south, east=east, north=north,
    )  # fmt: skip


def country() -> list[Polygon]:
    """514 regions with some 230 vertices each, as a real layer of the country has."""
    chance = random.Random(514)  # noqa: S311  the same country every time
    nodes = {
        (column, row): (
            95 + 46 * (column + chance.uniform(-0.25, 0.25)) / COLUMNS,
            -11 + 17 * (row + chance.uniform(-0.25, 0.25)) / ROWS,
        )
        for column in range(COLUMNS + 1)
        for row in range(ROWS + 1)
    }
    edges: dict[tuple[Any, Any], list[Vertex]] = {}

    def edge(a: Any, b: Any) -> list[Vertex]:
        key = (min(a, b), max(a, b))
        if key not in edges:
            edges[key] = _broken([nodes[key[0]], nodes[key[1]]], chance, 6)
        return edges[key] if key == (a, b) else edges[key][::-1]

    cells = [(column, row) for row in range(ROWS) for column in range(COLUMNS)][:REGIONS]
    return [_cell(cell, edge) for cell in cells]


def _cell(cell: tuple[int, int], edge: Any) -> Polygon:
    column, row = cell
    corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1), (column, row)]
    return Polygon([vertex for a, b in pairwise(corners) for vertex in edge(a, b)[:-1]])


def _broken(line: list[Vertex], chance: random.Random, depth: int) -> list[Vertex]:
    """Each piece gets a middle that lies a little beside it."""
    for _level in range(depth):
        out = [line[0]]
        for (x0, y0), (x1, y1) in pairwise(line):
            aside = chance.uniform(-0.06, 0.06)
            out += [((x0 + x1) / 2 - (y1 - y0) * aside, (y0 + y1) / 2 + (x1 - x0) * aside), (x1, y1)]
        line = out
    return [(round(x, 6), round(y, 6)) for x, y in line]
