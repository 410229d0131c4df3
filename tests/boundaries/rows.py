"""Segments for tests."""

from typing import Any

from boundaries.choices import Stage
from boundaries.models import Segment
from regions.models import Region
from tests import factories


def segment(first: Region, second: Region, **facts: Any) -> Segment:
    """A segment of two regions, under way unless something else is said."""
    a, b = Segment.ordered(first, second)
    values = {"stage": Stage.PELACAKAN, "length_km": "10.5", "source": "contoh"} | facts
    return Segment.objects.create(region_a=a, region_b=b, **values)


def neighbour_province() -> tuple[Region, Region]:
    """Kalimantan Utara and its Malinau."""
    nation = Region.objects.get(code="00")
    kaltara = factories.region("65", "Kalimantan Utara", "provinsi", nation)
    return kaltara, factories.region("65.02", "Malinau", parent=kaltara)
