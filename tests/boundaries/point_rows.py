"""Points, verdicts and pillars for tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from boundaries.geo.coordinates import parse
from boundaries.models import BoundaryPoint, Pillar, PointKind, Segment, SegmentPoint
from boundaries.reference import load_point_kinds
from boundaries.services.points import PointData

START = (-0.4, 116.0)


def kinds() -> dict[str, PointKind]:
    """The kinds of points every installation has, by code."""
    load_point_kinds()
    return {kind.code: kind for kind in PointKind.objects.all()}


def kind(code: str = "TK") -> PointKind:
    """One kind."""
    return PointKind.objects.filter(code=code).first() or kinds()[code]


def listed(
    segment: Segment, label: str = "TK 1", lat: Any = "-0.4", lon: Any = "116.0", **facts: Any
) -> SegmentPoint:
    """A point in the list of a segment, at its end."""
    code = facts.pop("code", label.split(maxsplit=1)[0])
    values = {"kind": kind(code), "lat": Decimal(str(lat)), "lon": Decimal(str(lon))} | facts
    point = BoundaryPoint.objects.create(**values)
    order = segment.listed_points.count() + 1
    return SegmentPoint.objects.create(segment=segment, point=point, label=label, order=order)


def pillar(listing: SegmentPoint, **facts: Any) -> Pillar:
    """The pillar of a point."""
    return Pillar.objects.create(
        point=listing.point, **({"size": "tipe contoh", "set_on": date(2020, 1, 1)} | facts)
    )


def written(label: str = "TK 1", where: str = "-0.4, 116.0", code: str = "TK", **facts: Any) -> PointData:
    """A point as somebody would write it down."""
    return PointData(label=label, kind=kind(code), position=parse(where), as_given=where, **facts)


def labels(segment: Segment) -> list[str]:
    """The labels of a segment in their order."""
    return list(segment.listed_points.order_by("order", "pk").values_list("label", flat=True))
