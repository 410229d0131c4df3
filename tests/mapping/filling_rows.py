"""A region that fills in: its period, its form, what it types."""

from typing import Any

from django.urls import reverse

from ksd.mapping.models import MappingRow, Period
from ksd.mapping.services.rows import create_row
from tests.conftest import Cast
from tests.mapping.rows import period, urusan


def opened(cast: Cast, **facts: Any) -> Period:
    """A period that Kaltim leads, open for Kukar and Kubar."""
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar, **facts)


def draft(cast: Cast, made: Period, **values: Any) -> MappingRow:
    """A draft the officer of Kukar wrote."""
    facts = {"kind": "kebutuhan", "title": "Dokter spesialis contoh", "urusan": urusan()} | values
    return create_row(actor=cast.officer, period=made, region=cast.kukar, values=facts)


def typed(form: str = "satu", **values: Any) -> dict[str, Any]:
    """The first section as somebody sends it."""
    first = {
        "form_token": form, "seen_revision": "0", "kind": "kebutuhan", "urusan": "Kesehatan",
        "title": "Dokter spesialis contoh", "location": "", "description": "", "sub_urusan": "", "office": "",
        "priority": "2",
    }  # fmt: skip
    return first | values


def of_region(name: str, made: Period, code: str = "64.02") -> str:
    """An address of a region's pages in a period."""
    return reverse(f"mapping:{name}", args=[made.public_id, code])


def of_row(name: str, row: MappingRow, *more: str) -> str:
    """An address of a row."""
    return reverse(f"mapping:{name}", args=[row.public_id, *more])
