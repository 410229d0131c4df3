"""Pairs for tests: rows that belong together, looked for as the worker does."""

from typing import Any
from uuid import uuid4

from ksd.accounts.models import User
from ksd.core.jobs import run_job
from ksd.mapping.models import MappingRow, Match, Period
from ksd.mapping.services.matching.requesting import request_run
from regions.models import Region
from tests.mapping.rows import row

NEED: dict[str, Any] = {
    "kind": "kebutuhan", "title": "Dokter spesialis untuk rumah sakit pratama", "figure_name": "Dokter spesialis",
    "figure": 4, "figure_unit": "orang", "priority": 1,
}  # fmt: skip
HAVE: dict[str, Any] = {
    "kind": "potensi", "title": "Rumah sakit dengan dokter spesialis bergilir", "figure_name": "Dokter spesialis",
    "figure": 10, "figure_unit": "orang", "location": "Tenggarong",
}  # fmt: skip


def need(actor: User, period: Period, region: Region, **facts: Any) -> MappingRow:
    """A region lacks specialists."""
    return row(actor, period, region, **(NEED | facts))


def have(actor: User, period: Period, region: Region, **facts: Any) -> MappingRow:
    """A region has specialists to spare."""
    return row(actor, period, region, **(HAVE | facts))


def looked(actor: User, period: Period) -> list[Match]:
    """All pairs of a period after the worker has looked, the best first."""
    assert run_job(request_run(actor=actor, period=period).pk)
    return list(Match.objects.filter(period=period).for_list())


def form(**fields: Any) -> dict[str, Any]:
    """A form as a browser sends it."""
    return {"form_token": uuid4().hex} | fields
