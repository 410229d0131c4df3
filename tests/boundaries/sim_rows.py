"""Claims, evidence, layers and alternatives for tests. A first region lies west: lines run north."""

import json
from datetime import date
from typing import Any

import shapely
from django.core.files.uploadedfile import SimpleUploadedFile
from shapely import LineString, Point

from boundaries.geo.lines import facts_of
from boundaries.models import BoundaryLine, Compromise, Evidence, Layer, Segment
from boundaries.services.compromises import Drawing, begin_compromise
from boundaries.services.evidence import EvidenceData, add_evidence
from boundaries.services.layers import LayerData, adopt_layer, try_layer
from ksd.accounts.models import User
from regions.models import Region

# The first region claims as far as the eastern line, the second as far as the western one: a lens between them.
EAST = [(116.0, 0.0), (116.1, 0.05), (116.0, 0.1)]
WEST = [(116.0, 0.0), (115.9, 0.05), (116.0, 0.1)]
MIDDLE = [(116.0, 0.0), (116.0, 0.1)]
MIDDLE_TEXT = "0.0, 116.0\n0.1, 116.0"


def claim(
    segment: Segment, region: Region, vertices: list[tuple[float, float]], **facts: Any
) -> BoundaryLine:
    """A claim of one side."""
    found = facts_of(LineString(vertices))
    west, south, east, north = found.bbox
    values = {"role": "klaim", "shared": True} | facts
    return BoundaryLine.objects.create(
        segment=segment, region=region, vertices=[list(xy) for xy in vertices], vertex_count=found.vertex_count,
        length_m=found.length_m, west=west, south=south, east=east, north=north, **values,
    )  # fmt: skip


def both_claims(segment: Segment) -> tuple[BoundaryLine, BoundaryLine]:
    """The claims of both sides, a lens of about 123 km² between them."""
    return claim(segment, segment.region_a, EAST), claim(segment, segment.region_b, WEST)


def evidence(actor: User, segment: Segment, region: Region, **facts: Any) -> Evidence:
    """A piece of evidence of one side."""
    values = {"kind": "hukum", "title": "UU contoh"} | facts
    return add_evidence(actor=actor, segment=segment, region=region, data=EvidenceData(**values))


def collection(*features: tuple[str, shapely.Geometry, dict[str, Any]]) -> str:
    """A FeatureCollection of names, geometries and further columns."""
    rows = [
        {
            "type": "Feature",
            "properties": {"nama": name, **more},
            "geometry": json.loads(shapely.to_geojson(shape)),
        }
        for name, shape, more in features
    ]
    return json.dumps({"type": "FeatureCollection", "features": rows})


def upload(text: str, name: str = "lapisan.geojson") -> SimpleUploadedFile:
    """A file as the browser sends it."""
    return SimpleUploadedFile(name, text.encode())


def layer(actor: User, region: Region, text: str, theme: str = "sekolah", **facts: Any) -> Layer:
    """A layer in use."""
    given: dict[str, Any] = {"name": f"Lapisan {theme} contoh", "source": "contoh", "dated": date(2025, 1, 1)}
    data = LayerData(theme=theme, **(given | facts))
    tried = try_layer(actor=actor, region=region, data=data, upload=upload(text))
    return adopt_layer(actor=actor, layer=tried)


def alternative(
    actor: User,
    segment: Segment,
    name: str = "Alternatif A",
    vertices: list[tuple[float, float]] | None = None,
) -> Compromise:
    """An unshared alternative with one step."""
    return begin_compromise(
        actor=actor, segment=segment, name=name, drawing=Drawing(LineString(vertices or MIDDLE))
    )


# Inside the lens, just on its edge, outside of it.
SCHOOLS = collection(
    ("SD Dalam contoh", Point(116.0, 0.05), {"penduduk": 10}),
    ("SD Tepat contoh", Point(116.1, 0.05), {}),
    ("SD Luar contoh", Point(116.2, 0.05), {"penduduk": 99}),
)
