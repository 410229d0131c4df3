"""Points as the lists show them: one line each, in the notation the reader chose."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from boundaries.choices import STANDING_TONES, PointOpinion, Standing
from boundaries.geo.coordinates import decimal, utm
from boundaries.geo.written import shown, unbroken
from boundaries.models import Pillar, PointVerdict, Segment, SegmentPoint
from boundaries.services.points import PointData, standing_of
from regions.models import Region

NOTATIONS = {"dms": _("Derajat-menit-detik"), "desimal": _("Derajat desimal"), "utm": _("UTM")}


@dataclass(frozen=True)
class PointLine:
    """One point of a list, ready to print."""

    row: SegmentPoint
    where: str
    standing: Standing
    others: tuple[Segment, ...]
    # Sides of the reader that have said nothing yet, or not yet yes.
    waits: bool
    may_tick: bool

    @property
    def tone(self) -> str:
        """The colour of its standing."""
        return STANDING_TONES[self.standing]

    @property
    def verdicts(self) -> list[PointVerdict]:
        """What holds of it now, as `for_list` read it."""
        point: Any = self.row.point
        return list(point.standing_verdicts)

    @property
    def whose(self) -> list[Region]:
        """Who objects to it, else whose word is still awaited."""
        said = {row.region_id: row.verdict for row in self.verdicts}
        wanted = PointOpinion.KEBERATAN if self.standing == Standing.KEBERATAN else None
        return [side for side in self.row.segment.sides if said.get(side.pk) == wanted]

    @property
    def pillar(self) -> Pillar | None:
        """Its pillar, where one is recorded."""
        return pillar_of(self.row)

    @property
    def tick(self) -> str:
        """What ticking it sends: the point and where it was seen."""
        return f"{self.row.pk}:{self.row.point.mark}"


def notation_of(request: HttpRequest) -> str:
    """The notation asked for; degrees, minutes and seconds when nothing known was."""
    asked = request.GET.get("bentuk", "")
    return asked if asked in NOTATIONS else "dms"


def written(listing: SegmentPoint, notation: str) -> str:
    """Where a point lies, in one notation."""
    point = listing.point
    if notation == "utm":
        return unbroken(utm(point.lat, point.lon, datum=point.datum))
    if notation == "desimal":
        return unbroken(decimal(point.lat, point.lon, comma=True))
    return shown(point.lat, point.lon)


def lines_of(listed: Iterable[Any], notation: str, voices: Sequence[Region] = ()) -> Iterator[PointLine]:
    """The lines of listings read with `for_list`, for who speaks for these sides.

    A point waits where one of them has said nothing; one that a side objected to is never offered ticked.
    """
    for row in listed:
        verdicts = row.point.standing_verdicts
        opinions = {one.region_id: one.verdict for one in verdicts}
        said = [opinions.get(side.pk) for side in voices]
        yield PointLine(
            row=row,
            where=written(row, notation),
            standing=standing_of(row, verdicts),
            others=tuple(other.segment for other in row.point.all_listings if other.pk != row.pk),
            waits=None in said and PointOpinion.KEBERATAN not in said,
            may_tick=any(word != PointOpinion.SETUJU for word in said),
        )


def pillar_of(listing: SegmentPoint) -> Pillar | None:
    """The pillar of a point, None where none was recorded; asks no query after `with_point`."""
    return getattr(listing.point, "pillar", None)


def preview_of(rows: Iterable[tuple[int, PointData]]) -> list[dict[str, Any]]:
    """Points that were read but not yet saved."""
    return [
        {
            "line": line,
            "label": data.label,
            "kind": data.kind.code,
            "where": shown(data.position.lat, data.position.lon),
        }
        for line, data in rows
    ]
