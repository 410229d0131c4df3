"""Periods and rows of the mapping for tests."""

from typing import Any

from ksd.accounts.models import User
from ksd.mapping.models import MappingRow, Period, PeriodRegion
from regions.models import Region, Urusan


def urusan(code: str = "kesehatan", name: str = "Kesehatan", order: int = 2) -> Urusan:
    """One urusan, made once."""
    facts = {"name": name, "order": order, "group": "wajib_dasar"}
    return Urusan.objects.get_or_create(code=code, defaults=facts)[0]


def period(actor: User, region: Region, *regions: Region, **facts: Any) -> Period:
    """A period led by a region, with the regions asked to fill it in."""
    values = {"year": 2027, "name": "Pemetaan contoh", "state": "dibuka"} | facts
    made = Period.objects.create(region=region, created_by=actor, **values)
    for asked in regions:
        PeriodRegion.objects.create(period=made, region=asked)
    return made


def row(actor: User, period: Period, region: Region, **facts: Any) -> MappingRow:
    """A row a region sent to the forum."""
    values = {"kind": "kebutuhan", "title": "Layanan kesehatan ibu contoh", "state": "dikirim"} | facts
    values.setdefault("urusan", urusan())
    return MappingRow.objects.create(period=period, region=region, created_by=actor, **values)
