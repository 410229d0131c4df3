"""A period as far as its papers for tests: judged rows, heads of regions, a Berita Acara."""

from datetime import date
from typing import Any

from ksd.mapping.models import MappingMinutes, MappingRow, Period, RowTriage
from ksd.mapping.services.outputs.minutes import issue_minutes, prepare_minutes, record_signature
from regions.models import Official, Region
from tests import factories
from tests.mapping.rows import period, row


def judged(actor: Any, found: Period, region: Region, verdict: str, **facts: Any) -> MappingRow:
    """A row that was sent and judged."""
    made = row(actor, found, region, **facts)
    RowTriage.objects.create(
        row=made, verdict=verdict, reason="Alasan contoh", verdict_by=actor, verdict_at="2026-11-01T00:00Z",
        updated_by=actor, destination="bmd" if verdict == "bukan_ksd" else "",
    )  # fmt: skip
    return made


def head(region: Region, **facts: Any) -> Official:
    """Who acts as head of a region."""
    values = {
        "name": f"Contoh {region.name}",
        "position_title": f"Bupati {region.name}",
        "is_example": True,
    } | facts
    return Official.objects.create(
        region=region, position="kepala_daerah", term_start=date(2025, 1, 1), **values
    )


def closed(cast: Any, **facts: Any) -> Period:
    """A period that was filled in by two regions whose heads are known, with one judged row each."""
    found = period(cast.biro, cast.kaltim, cast.kukar, cast.kubar, state="ditutup", **facts)
    head(cast.kukar)
    head(cast.kubar, standing="pj", mandate_number="1", mandate_date=date(2025, 1, 1))
    judged(
        cast.biro, found, cast.kukar, "ksdd_wajib", title="Air contoh", program="Air minum contoh", years=3
    )
    judged(
        cast.biro,
        found,
        cast.kubar,
        "ksdpk",
        title="Klinik contoh",
        activity="Bangun klinik contoh",
        funding=5000,
    )
    return found


def drafted(cast: Any, found: Period) -> MappingMinutes:
    """The draft of its Berita Acara."""
    return prepare_minutes(actor=cast.biro, period=found, dated=factories.TODAY, place="Tenggarong")


def issued(cast: Any, found: Period) -> MappingMinutes:
    """Its Berita Acara with number."""
    return issue_minutes(actor=cast.biro, minutes=drafted(cast, found))


def signed(cast: Any, found: Period) -> MappingMinutes:
    """Its Berita Acara signed by every head."""
    paper = issued(cast, found)
    for each in paper.signatures.select_related("region", "minutes__period__region"):
        record_signature(actor=cast.biro, signature=each, on=factories.TODAY, place="Tenggarong")
    paper.refresh_from_db()
    return paper
