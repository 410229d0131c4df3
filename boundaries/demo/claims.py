"""Two invented claims and a study line for Kutai Kartanegara – Kutai Barat, in two rounds: illustration."""

import tomllib
from typing import Any

from django.db import transaction

from boundaries.demo.outlines import DATA, line_of
from boundaries.models import BoundaryLine, Round, Segment
from boundaries.services import MANAGE
from ksd.accounts.access import recipients
from ksd.core.errors import NotReady
from regions.models import Region

FILE = DATA / "claims-kukar-kubar.toml"


@transaction.atomic
def play() -> int:
    """Add the rounds and lines that are missing; how many lines were added. Needs people of the province."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    segment = Segment.objects.for_list().of_codes(*table["segment"]).first()
    if segment is None or segment.lines.filter(illustrative=True).exists():
        return 0
    rounds = {row["number"]: _round(segment, row) for row in table["round"]}
    sides = {side.code: side for side in segment.sides}
    newest: dict[str, BoundaryLine] = {}
    for row in table["line"]:
        newest[_thread(row)] = _line(segment, row, rounds, sides, newest.get(_thread(row)))
    return len(table["line"])


def _thread(row: dict[str, Any]) -> str:
    return f"{row['role']}:{row.get('region', '')}"


def _round(segment: Segment, row: dict[str, Any]) -> Round:
    """A round of the illustration, or the one of that number that is there already."""
    writer = recipients([segment.region_a.parent_id or 0], permissions=[MANAGE]).order_by("pk").first()
    if writer is None:
        raise NotReady(
            "Belum ada pengguna yang mengelola segmen batas.",
            remedy="Muat orang contoh lebih dahulu dengan “manage.py demo”.",
        )
    made, _new = Round.objects.get_or_create(
        segment=segment,
        number=row["number"],
        defaults={key: row[key] for key in ("on", "forum", "place")} | {"written_by": writer},
    )
    return made


def _line(
    segment: Segment,
    row: dict[str, Any],
    rounds: dict[int, Round],
    sides: dict[str, Region],
    older: BoundaryLine | None,
) -> BoundaryLine:
    """A line of its round; that of a newer round takes the place of the older."""
    return line_of(
        segment, row["role"], row["vertices"], name=row["name"], round=rounds[row["round"]],
        region=sides.get(row.get("region", "")), replaces=older,
        version=older.version + 1 if older else 1, author=rounds[row["round"]].written_by,
    )  # fmt: skip
