"""Teams, berita acara and papers for tests."""

from datetime import date
from typing import Any

from boundaries.models import BoundaryMinutes, BoundaryTeam, BoundaryTeamMember, Round, Segment, SegmentPaper
from boundaries.services.minutes import number_minutes, write_minutes
from boundaries.services.signers import record_signature
from regions.models import Region
from tests.conftest import Cast

DAY = date(2026, 11, 12)
START = date(2025, 1, 6)


def team(cast: Cast, region: Region, *, name: str = "", signs: bool = True, **facts: Any) -> BoundaryTeam:
    """A team with one member who signs."""
    values = {"decree_number": f"188/{region.code}/2025", "decree_date": START, "valid_from": START} | facts
    row = BoundaryTeam.objects.create(region=region, recorded_by=cast.biro, **values)
    BoundaryTeamMember.objects.create(
        team=row, role="ketua", name=name or f"Ketua {region.code} (contoh)", title="Ketua Tim", signs=signs,
        since=row.valid_from,
    )  # fmt: skip
    return row


def all_teams(cast: Cast) -> dict[str, BoundaryTeam]:
    """Teams of both sides, of the province and of the state."""
    regions = (cast.kukar, cast.kubar, cast.kaltim, cast.nation)
    return {region.code: team(cast, region) for region in regions}


def minutes(cast: Cast, segment: Segment, form: str = "ba_01", **facts: Any) -> BoundaryMinutes:
    """A draft in one form."""
    words = "Dokumen kedua daerah lengkap.\nPeta disepakati."
    values: dict[str, Any] = {"on": DAY, "place": "Tenggarong", "points": words} | facts
    return write_minutes(actor=cast.biro, segment=segment, form=form, **values)


def numbered(cast: Cast, segment: Segment, form: str = "ba_01", **facts: Any) -> BoundaryMinutes:
    """A draft with its number."""
    return number_minutes(actor=cast.biro, minutes=minutes(cast, segment, form, **facts))


def signed_by_all(cast: Cast, row: BoundaryMinutes, on: date = DAY) -> BoundaryMinutes:
    """Every signer has signed; the step itself is not taken."""
    for signer in row.signers.all():
        record_signature(actor=cast.biro, minutes=row, signer=signer, on=on)
    return row


def round_of(cast: Cast, segment: Segment, number: int = 1, on: date = DAY) -> Round:
    """One meeting of the two sides."""
    return Round.objects.create(
        segment=segment, number=number, on=on, forum="Rapat fasilitasi gubernur", written_by=cast.biro
    )


def paper(cast: Cast, segment: Segment, kind: str = "surat", **facts: Any) -> SegmentPaper:
    """A document of the segment."""
    values = {"title": "Surat contoh", "number": "100/1/2026", "on": DAY} | facts
    return SegmentPaper.objects.create(segment=segment, kind=kind, added_by=cast.biro, **values)
