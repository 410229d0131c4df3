"""Coarse outlines of the ten regencies and cities, drawn by hand for the demonstration: indicative, no law."""

import hashlib
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from shapely import LineString, MultiPolygon

from boundaries.choices import LineRole
from boundaries.geo.measuring import area_m2, length_m
from boundaries.geo.rings import Arc, outline
from boundaries.models import BoundaryLine, RegionLayer, RegionShape, Segment
from regions.models import Region

DATA = Path(__file__).parent / "data"
FILE = DATA / "outlines-kaltim.toml"
NOTE = "Garis kasar dari peragaan; indikatif, bukan acuan hukum."


def read_arcs() -> list[Arc]:
    """The arcs of our own small drawing, node to node."""
    table = _table()
    nodes = {name: tuple(at) for name, at in table["node"].items()}
    return [
        Arc(
            row["left"], row["right"],
            (nodes[row["from"]], *(tuple(vertex) for vertex in row["via"]), nodes[row["to"]]),
        )
        for row in table["arc"]
    ]  # fmt: skip


def read_outlines() -> dict[str, MultiPolygon]:
    """The land of each region of the drawing, by code."""
    arcs = read_arcs()
    return {code: outline(code, arcs) for code in sorted({arc.left for arc in arcs})}


@transaction.atomic
def play() -> int:
    """Add the layer and the lines with other provinces where they are missing; how many shapes were added."""
    return _layer() + _lines_to_others()


def _table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _layer() -> int:
    """The layer with its shapes; in use unless the office uses another one."""
    digest = hashlib.sha256(FILE.read_bytes()).hexdigest()
    if RegionLayer.objects.filter(digest=digest).exists():
        return 0
    table, regions = _table(), {region.code: region for region in Region.objects.current().regencies()}
    dated: date = table["dated"]
    layer = RegionLayer.objects.create(
        name=table["name"], source=table["source"], dated=dated, digest=digest,
        in_use=not RegionLayer.objects.filter(in_use=True).exists(),
    )  # fmt: skip
    shapes = [_shape(layer, regions[code], land) for code, land in read_outlines().items() if code in regions]
    return len(RegionShape.objects.bulk_create(shapes))


def _shape(layer: RegionLayer, region: Region, land: MultiPolygon) -> RegionShape:
    west, south, east, north = land.bounds
    coordinates = [
        [[list(vertex) for vertex in ring.coords] for ring in (part.exterior, *part.interiors)]
        for part in land.geoms
    ]
    return RegionShape(
        layer=layer, region=region, coordinates=coordinates, area_m2=area_m2(land),
        west=west, south=south, east=east, north=north,
    )  # fmt: skip


def _lines_to_others() -> int:
    """Indicative lines of segments whose other side is not in the drawing."""
    inside = {arc.left for arc in read_arcs()}
    made = 0
    for arc in read_arcs():
        segment = Segment.objects.of_codes(arc.left, arc.right).first()
        if arc.right in inside or segment is None or segment.lines.exists():
            continue
        line_of(segment, LineRole.INDIKATIF, list(arc.with_left(segment.region_a.code)),
                name="Garis indikatif kasar (ilustrasi)", note=NOTE)  # fmt: skip
        made += 1
    return made


def line_of(segment: Segment, role: str, vertices: list[tuple[float, float]], **facts: Any) -> BoundaryLine:
    """One illustrative line with its measured facts."""
    line = LineString(vertices)
    west, south, east, north = line.bounds
    return BoundaryLine.objects.create(
        segment=segment, role=role, vertices=[list(vertex) for vertex in vertices],
        vertex_count=len(vertices), length_m=length_m(line),
        west=west, south=south, east=east, north=north, illustrative=True, **facts,
    )  # fmt: skip
