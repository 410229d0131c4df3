"""Loading of the rules, court cases and legs known from regulations and reports; safe to run again.

A rule is attached when it is first written down here; what the office detached or corrected afterwards is left alone.
"""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from boundaries.choices import RegulationRole
from boundaries.models import CourtCase, Leg, Regulation, Segment, SegmentRegulation
from boundaries.services.regulations import retell

DATA = Path(__file__).parent / "data" / "rules-kaltim.toml"
NAMES = ("title", "gazette_number", "gazette_year", "source", "verified")
Pair = frozenset[str]


def read_rules() -> dict[str, list[dict[str, Any]]]:
    """Our own small reviewed table: regulations, court cases, legs."""
    rules: dict[str, list[dict[str, Any]]] = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return rules


def load_rules() -> None:
    """Add what is missing on the segments that are there."""
    rules = read_rules()
    rows = Segment.objects.select_related("region_a", "region_b")
    segments = {frozenset({row.region_a.code, row.region_b.code}): row for row in rows}
    for row in rules["regulation"]:
        _regulation(row, segments)
    for row in rules["court_case"]:
        for segment in _of(segments, row["codes"]):
            _court_case(row, segment)
    for row in rules["leg"]:
        for segment in _of(segments, row["codes"]):
            if not segment.legs.exists():
                facts = {name: row[name] for name in ("name", "state", "note")}
                Leg.objects.create(segment=segment, order=1, length_km=Decimal(row["km"]), **facts)


def _of(segments: dict[Pair, Segment], codes: list[str]) -> Iterator[Segment]:
    found = segments.get(frozenset(codes))
    if found is not None:
        yield found


def _regulation(row: dict[str, Any], segments: dict[Pair, Segment]) -> None:
    """A regulation with everything it does, once one of its segments is there."""
    uses = [
        (role, segment)
        for role in RegulationRole.values
        for codes in row.get(role, ())
        for segment in _of(segments, codes)
    ]
    if not uses:
        return
    facts = {name: row[name] for name in NAMES if name in row}
    regulation, new = Regulation.objects.get_or_create(
        kind=row["kind"], number=row["number"], year=row["year"], issuer="", defaults=facts
    )
    if not new and not _complete(regulation, facts):
        return
    for role, segment in uses:
        SegmentRegulation.objects.get_or_create(
            segment=segment, regulation=regulation, defaults={"role": role}
        )
        retell(segment)


def _complete(regulation: Regulation, facts: dict[str, Any]) -> bool:
    """A row moved here from the older single line knew only its number and its segment; it is completed once."""
    moved = regulation.added_by_id is None and not regulation.source
    if moved:
        Regulation.objects.filter(pk=regulation.pk).update(**facts)
    return moved


def _court_case(row: dict[str, Any], segment: Segment) -> None:
    if segment.court_cases.filter(court=row["court"]).exists():
        return
    facts = {name: value for name, value in row.items() if name != "codes"}
    CourtCase.objects.create(segment=segment, **facts)
