"""A segment with points, legs and a line, and finished prints."""

from decimal import Decimal
from typing import Any

from boundaries.choices import AnnexKind, LegState, LineRole
from boundaries.geo import measuring
from boundaries.models import (
    Annex,
    BoundaryLine,
    BoundaryPoint,
    Leg,
    PointKind,
    RegionLayer,
    RegionShape,
    Segment,
    SegmentPoint,
)
from ksd.accounts.models import User
from ksd.core.files import store_bytes
from ksd.core.models import Job, JobState

# A line from north to south across the equator: the first region (Kutai Kartanegara) lies east of it, on its left.
WAY = ((116.20, 0.06), (116.22, 0.03), (116.21, 0.0), (116.24, -0.03), (116.25, -0.06))
KINDS = (
    ("PBU", "Pilar Batas Utama", True, True),
    ("PABU", "Pilar Acuan Batas Utama", False, True),
    ("TK", "Titik Kartometrik", True, False),
)


def kind(code: str) -> PointKind:
    """A kind of point by its code."""
    found = next(row for row in KINDS if row[0] == code)
    row, _new = PointKind.objects.get_or_create(
        code=code, defaults={"name": found[1], "on_line": found[2], "has_pillar": found[3], "verified": True}
    )
    return row


def point(segment: Segment, label: str, lon: float, lat: float, order: int, **facts: Any) -> SegmentPoint:
    """A point in the list of a segment; its kind is the first word of its label."""
    values = {"place": f"Desa Contoh {order}"} | facts
    made = BoundaryPoint.objects.create(
        kind=kind(label.split(maxsplit=1)[0]), lon=Decimal(str(lon)), lat=Decimal(str(lat)), **values
    )
    return SegmentPoint.objects.create(segment=segment, point=made, label=label, order=order)


def line(segment: Segment, coords: Any = WAY, role: str = LineRole.DISEPAKATI, **facts: Any) -> BoundaryLine:
    """A line of a segment."""
    import shapely

    shape = shapely.LineString(coords)
    west, south, east, north = shape.bounds
    return BoundaryLine.objects.create(
        segment=segment, role=role, vertices=[list(pair) for pair in coords], vertex_count=len(coords),
        length_m=measuring.length_m(shape), west=west, south=south, east=east, north=north, **facts,
    )  # fmt: skip


def full_segment(segment: Segment) -> list[SegmentPoint]:
    """Five points, four legs and the agreed line of a segment that crosses the equator."""
    points = [point(segment, f"TK {number}", *place, number) for number, place in enumerate(WAY, start=1)]
    for number, (start, end) in enumerate(zip(points[:-1], points[1:], strict=True), start=1):
        Leg.objects.create(
            segment=segment, order=number, start=start, end=end, along="as Sungai Contoh" if number == 2 else "",
            lies_a=f"Desa Timur {number}", lies_b=f"Desa Barat {number}", length_km=Decimal("3.5"), state=LegState.DISEPAKATI,
        )  # fmt: skip
    line(segment)
    return points


def layer(segment: Segment) -> RegionLayer:
    """A layer in use: two rectangles left and right of the line, the first region in the east."""
    made = RegionLayer.objects.create(name="Garis luar contoh", source="contoh", in_use=True)
    for region, (west, east) in ((segment.region_a, (116.22, 116.9)), (segment.region_b, (115.6, 116.22))):
        ring = [[west, -0.5], [east, -0.5], [east, 0.5], [west, 0.5], [west, -0.5]]
        RegionShape.objects.create(layer=made, region=region, coordinates=[[ring]], area_m2=1.0, west=west, south=-0.5,
                                   east=east, north=0.5)  # fmt: skip
    return made


def finished_print(segment: Segment, actor: User, annex_kind: str, **facts: Any) -> Annex:
    """A print whose work is done."""
    file = store_bytes(
        content=b"%PDF-1.7 contoh", name="lampiran.pdf", content_type="application/pdf", kind="lampiran-batas"
    )
    annex = Annex.objects.create(segment=segment, kind=annex_kind, asked_by=actor, **facts)
    annex.job = Job.objects.create(
        kind="boundary_annex", key=str(annex.pk), label=str(annex), state=JobState.DONE, result=file, created_by=actor,
        payload={"annex": annex.pk}, progress=100,
    )  # fmt: skip
    annex.save(update_fields=["job"])
    return annex


__all__ = ["WAY", "AnnexKind", "finished_print", "full_segment", "kind", "layer", "line", "point"]
