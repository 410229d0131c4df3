"""Invented points, verdicts and pillars: two segments and a node they share with a third that misses it by metres."""

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from boundaries.choices import PointMethod, PointOpinion
from boundaries.geo.coordinates import parse
from boundaries.models import PointKind, Segment, SegmentPoint
from boundaries.reference import load_point_kinds
from boundaries.services import MANAGE
from boundaries.services.pillars import InspectionData, PillarData, inspect_pillar, keep_pillar
from boundaries.services.points import PointData, add_point, judge_point, list_node
from ksd.accounts.access import recipients
from ksd.accounts.models import User
from regions.models import Region

FILE = Path(__file__).parent / "data" / "points.toml"
INSPECTOR = "Tim pemeriksa (contoh)"


@transaction.atomic
def play() -> int:
    """Add the points of segments that have none; how many points were added. Needs people of the province."""
    load_point_kinds()
    added = 0
    for row in tomllib.loads(FILE.read_text(encoding="utf-8"))["segment"]:
        segment = Segment.objects.for_list().of_codes(*row["codes"]).first()
        actor = _actor(segment) if segment else None
        if segment is None or actor is None or segment.listed_points.exists():
            continue
        for point in row["points"]:
            _point(actor, segment, point)
            added += 1
    return added


def _actor(segment: Segment) -> User | None:
    """Who writes for the province; nobody before the people of the demonstration are there."""
    return recipients([segment.region_a.parent_id or 0], permissions=[MANAGE]).order_by("pk").first()


def _point(actor: User, segment: Segment, row: dict[str, Any]) -> None:
    if "node" in row:
        node = _listed(row["node"])
        list_node(actor=actor, segment=segment, point=node.point, label=row["label"])
        return
    data = PointData(
        label=row["label"], kind=PointKind.objects.get(code=row["label"].split()[0]), position=parse(row["at"]),
        as_given=row["at"], method=PointMethod.SURVEI if "pillar" in row else PointMethod.KARTOMETRIK,
        brass_text=row.get("brass", ""), place="Desa contoh, kecamatan contoh", source="Ilustrasi untuk peragaan", note="Titik contoh, bukan hasil pengukuran.",
    )  # fmt: skip
    listing = add_point(actor=actor, segment=segment, data=data)
    _judged(actor, listing, row)
    if "pillar" in row:
        _pillar(actor, listing, row["pillar"])


def _listed(row: dict[str, Any]) -> SegmentPoint:
    """The point another segment already lists."""
    first, second = row["codes"]
    segment = Segment.objects.of_codes(first, second).get()
    return segment.listed_points.select_related("point").get(label=row["label"])


def _judged(actor: User, listing: SegmentPoint, row: dict[str, Any]) -> None:
    sides = {side.code: side for side in listing.segment.sides}
    for code in row.get("judged", ()):
        if code in sides:
            judge_point(actor=actor, listing=listing, region=sides[code], verdict=PointOpinion.SETUJU)
    if "objection" in row:
        other: Region = listing.segment.region_b
        judge_point(
            actor=actor,
            listing=listing,
            region=other,
            verdict=PointOpinion.KEBERATAN,
            reason=row["objection"],
        )


def _pillar(actor: User, listing: SegmentPoint, row: dict[str, Any]) -> None:
    data = PillarData(size=row["size"], set_on=row["set_on"], set_by=INSPECTOR, note="Pilar contoh.")
    keep_pillar(actor=actor, listing=listing, data=data)
    for visit in row["visits"]:
        found = visit.get("found", "")
        seen = InspectionData(
            on=visit["on"], state=visit["state"], inspector=INSPECTOR, found=parse(found) if found else None,
            as_given=found, note=visit.get("note", ""),
        )  # fmt: skip
        inspect_pillar(actor=actor, listing=listing, data=seen)
