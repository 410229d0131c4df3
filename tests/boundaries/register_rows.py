"""Documents, rules, legs and rounds of segments for tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from boundaries.models import (
    BoundaryPoint,
    CourtCase,
    Leg,
    PointKind,
    Regulation,
    Round,
    Segment,
    SegmentPaper,
    SegmentPoint,
    SegmentRegulation,
)
from ksd.accounts.models import User


def paper(segment: Segment, actor: User, kind: str = "berita_acara", **facts: Any) -> SegmentPaper:
    """A document of a segment, without its file unless given."""
    values = {"title": "Berita acara contoh", "number": "01/BA/2026"} | facts
    return SegmentPaper.objects.create(segment=segment, kind=kind, added_by=actor, **values)


def decree(
    *segments: Segment, number: str = "30", year: int = 2017, role: str = "menetapkan", **facts: Any
) -> Regulation:
    """A Permendagri that sets these segments."""
    regulation = Regulation.objects.create(number=number, year=year, title="Batas Contoh", **facts)
    for segment in segments:
        SegmentRegulation.objects.create(segment=segment, regulation=regulation, role=role)
    return regulation


def leg(segment: Segment, km: str | None, state: str = "disepakati", **facts: Any) -> Leg:
    """A leg of a segment."""
    order = segment.legs.count() + 1
    values = {"name": f"Ruas {order}", "length_km": Decimal(km) if km else None} | facts
    return Leg.objects.create(segment=segment, order=order, state=state, **values)


def meeting_round(segment: Segment, actor: User, **facts: Any) -> Round:
    """A round of the negotiation."""
    values: dict[str, Any] = {
        "number": segment.rounds.count() + 1, "on": date(2026, 5, 21), "forum": "Rapat fasilitasi gubernur",
    } | facts  # fmt: skip
    return Round.objects.create(segment=segment, written_by=actor, **values)


def court_case(segment: Segment, **facts: Any) -> CourtCase:
    """A review by the Mahkamah Agung."""
    values = {"court": "ma", "object": "Permendagri contoh", "number": "1 P/HUM/2026"} | facts
    return CourtCase.objects.create(segment=segment, **values)


def node(label: str, *segments: Segment) -> BoundaryPoint:
    """A point all these segments list."""
    kind, _new = PointKind.objects.get_or_create(code="PBU", defaults={"name": "Pilar Batas Utama"})
    point = BoundaryPoint.objects.create(kind=kind, lat=Decimal("0.5"), lon=Decimal("116.5"))
    for segment in segments:
        SegmentPoint.objects.create(segment=segment, point=point, label=label, order=1)
    return point
