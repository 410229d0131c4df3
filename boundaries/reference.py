"""Loading of the segments known from regulations and reports; safe to run again."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from boundaries.choices import Stage
from boundaries.models import PointKind, Segment
from boundaries.reference_rules import load_rules
from boundaries.services.terms import load_terms
from regions.models import Region

DATA = Path(__file__).parent / "data"


def read_segments() -> list[dict[str, Any]]:
    """The rows of our own small reviewed table."""
    rows: list[dict[str, Any]] = tomllib.loads((DATA / "segments-kaltim.toml").read_text(encoding="utf-8"))[
        "segment"
    ]
    return rows


@transaction.atomic
def load() -> str:
    """Add segments that are missing and say how many there are; what the office changed is left alone."""
    by_code = {region.code: region for region in Region.objects.current().regencies()}
    known = {frozenset(pair) for pair in Segment.objects.values_list("region_a_id", "region_b_id")}
    rows = []
    for row in read_segments():
        sides = [by_code[code] for code in row["codes"] if code in by_code]
        if len(sides) == 2 and frozenset(side.pk for side in sides) not in known:
            rows.append(_segment(row, *Segment.ordered(*sides)))
    Segment.objects.bulk_create(rows)
    load_point_kinds()
    load_rules()
    terms = load_terms()
    return "; ".join((_("%(count)d segmen batas") % {"count": Segment.objects.count()}, terms))


def load_point_kinds() -> None:
    """Add kinds of points that are missing; what the office changed is left alone."""
    rows = tomllib.loads((DATA / "point-kinds.toml").read_text(encoding="utf-8"))["kind"]
    known = set(PointKind.objects.values_list("code", flat=True))
    PointKind.objects.bulk_create(PointKind(**row) for row in rows if row["code"] not in known)


def _segment(row: dict[str, Any], first: Region, second: Region) -> Segment:
    return Segment(
        region_a=first,
        region_b=second,
        length_km=Decimal(row["km"]),
        stage=Stage(row["stage"]),
        source=row["source"],
        verified=row["verified"],
        note=row.get("note", ""),
    )
