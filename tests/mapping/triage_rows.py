"""Tests of rows for tests: what is answered, and a form as a browser sends it."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.test import Client

from ksd.accounts.models import User
from ksd.mapping.law.wajib import questions
from ksd.mapping.models import MappingRow, RowTriage
from ksd.mapping.services.triage import Given, record_test
from regions.models import Adjacency, Region

WHY = "Alasan contoh."


def answered(answer: str = "ya", **single: str) -> dict[str, tuple[str, str]]:
    """Every question answered, with its reason."""
    return {row.code: (single.get(row.code, answer), f"{WHY} {row.code}") for row in questions()}


def given(verdict: str = "ksdd_wajib", **facts: Any) -> Given:
    """A test with a verdict."""
    return Given(**{"answers": answered(), "verdict": verdict, "reason": WHY} | facts)


def judged(
    actor: User, row: MappingRow, verdict: str = "ksdd_wajib", seen: int = 0, **facts: Any
) -> RowTriage:
    """A row tested by a person."""
    return record_test(actor=actor, row=row, given=given(verdict, **facts), seen=seen)


def sent_form(answers: dict[str, tuple[str, str]] | None = None, **fields: Any) -> dict[str, Any]:
    """The form of the test as a browser sends it."""
    data: dict[str, Any] = {"form_token": uuid4().hex, "seen": 0}
    for code, (answer, reason) in (answers or {}).items():
        data |= {f"jawab_{code}": answer, f"alasan_{code}": reason}
    return data | fields


def post(client: Client, address: str, **fields: Any) -> Any:
    """Send a small form once."""
    return client.post(address, {"form_token": uuid4().hex} | fields)


def bordering(one: Region, other: Region, **facts: Any) -> Adjacency:
    """Two regions with a common border."""
    first, second = sorted((one, other), key=lambda region: region.pk)
    values = {"source": "Peta batas contoh", "shared_km": "121.3"} | facts
    return Adjacency.objects.create(region_a=first, region_b=second, **values)


SignIn = Callable[[User], Client]
