"""Cooperations, neighbours and reports for tests of the network; everything invented."""

from datetime import UTC, date, datetime
from typing import Any

from django.utils import timezone

from agreements.models import Case, CaseReport, Naskah, Party
from ksd.accounts.models import User
from ksd.deadlines.models import Deadline
from ksd.mapping.models import MappingRow, RowTriage
from regions.models import Adjacency, Region, Urusan

FIRST = datetime(2024, 3, 1, 9, tzinfo=UTC)


def case(actor: User, *regions: Region, state: str = "pelaksanaan", **facts: Any) -> Case:
    """A cooperation between regions, shared with all of them."""
    subjects: tuple[Urusan, ...] = facts.pop("urusan", ())
    values = {"title": "Puskesmas perbatasan contoh", "kind": "ksdd_sukarela", "created_at": FIRST} | facts
    made = Case.objects.create(
        pack_code="ksdd", pack_version="2020.1", state=state, created_by=actor, **values
    )
    made.urusan.set(subjects)
    for order, region in enumerate(regions, start=1):
        side = "initiator" if order == 1 else "partner"
        Party.objects.create(case=made, order=order, side=side, region=region, shared_at=FIRST)
    return made


def text(row: Case, starts: date, ends: date | None, **facts: Any) -> Naskah:
    """A signed text of a cooperation."""
    values = {"kind": "kb", "order": 1, "title": row.title, "years": 5, "state": "ditandatangani"} | facts
    return Naskah.objects.create(
        case=row, starts_on=starts, ends_on=ends, created_by=row.created_by, **values
    )


def agreement(
    actor: User,
    *regions: Region,
    until: date | None = date(2029, 12, 31),
    since: date = date(2025, 1, 1),
    **facts: Any,
) -> Case:
    """A cooperation with a signed text."""
    made = case(actor, *regions, **facts)
    text(made, since, until)
    return made


def neighbours(first: Region, second: Region, km: str | None = "40.5") -> Adjacency:
    """Two regions with a common border."""
    a, b = sorted((first, second), key=lambda row: row.pk)
    return Adjacency.objects.create(region_a=a, region_b=b, shared_km=km, source="contoh")


def judged(actor: User, row: MappingRow, verdict: str = "ksdd_wajib") -> RowTriage:
    """A row with the verdict of a person."""
    elsewhere = "hibah" if verdict == "bukan_ksd" else ""
    return RowTriage.objects.create(
        row=row, verdict=verdict, destination=elsewhere, reason="Alasan contoh", verdict_by=actor,
        verdict_at=timezone.now(), updated_by=actor,
    )  # fmt: skip


def report(row: Case, region: Region, period: str, due: date, sent: date | None) -> CaseReport:
    """A report of a cooperation with the day it was due and the one it was sent."""
    end = date(int(period[:4]), 6 if period.endswith("1") else 12, 30)
    values = {"sent_on": sent, "sent_due_on": due} if sent else {"deadline": _deadline(row, region, due)}
    return CaseReport.objects.create(
        case=row, rule_code="laporan_semester", period=period, period_end=end, region=region, **values
    )


def _deadline(row: Case, region: Region, due: date) -> Deadline:
    values = {
        "code": f"laporan.{due}",
        "title": "Laporan contoh",
        "base_label": "akhir semester",
        "length": 1,
    }
    days = {"base_date": due, "computed_on": due, "due_on": due}
    return Deadline.objects.create(subject=row, responsible_region=region, **values, **days)
