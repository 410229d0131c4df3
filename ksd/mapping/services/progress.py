"""Who has answered, and with how much: the same for everybody who may see the period."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max

from ksd.mapping.choices import RowKind, RowState
from ksd.mapping.models import MappingRow, Period, PeriodRegion

ALIVE = (RowState.DRAF, RowState.DIKIRIM)


@dataclass(frozen=True)
class RegionProgress:
    """How far one region is; a draft is counted but not shown."""

    answer: PeriodRegion
    kinds: dict[str, int]
    drafts: int
    sent: int
    touched_at: datetime | None

    @property
    def total(self) -> int:
        """All rows the region stands by."""
        return self.drafts + self.sent

    @property
    def has_begun(self) -> bool:
        """Whether anything was written."""
        return self.total > 0

    @property
    def by_kind(self) -> list[tuple[str, int]]:
        """The kinds there are rows of, with how many, in the order of the kinds."""
        return [(str(kind.label), self.kinds[kind]) for kind in RowKind if self.kinds.get(kind)]


@dataclass(frozen=True)
class Progress:
    """Every region asked, and how many have answered."""

    regions: tuple[RegionProgress, ...]

    @property
    def answered(self) -> int:
        """Regions that sent their answer, were it that they have nothing."""
        return sum(1 for row in self.regions if row.answer.submitted_at)

    @property
    def percent(self) -> int:
        """The answered ones in a hundred, rounded down: only all of them are a hundred."""
        return 100 * self.answered // len(self.regions) if self.regions else 0

    @property
    def rows(self) -> int:
        """Rows written in all."""
        return sum(row.total for row in self.regions)

    @property
    def silent(self) -> int:
        """Regions still owing their answer."""
        return len(self.regions) - self.answered


def progress_of(period: Period) -> Progress:
    """The progress of every region asked, in two queries."""
    counted = (
        MappingRow.objects.filter(period=period, state__in=ALIVE)
        .order_by()
        .values("region_id", "kind", "state")
        .annotate(number=Count("pk"), latest=Max("updated_at"))
    )
    groups: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for line in counted:
        groups[line["region_id"]].append(line)
    answers = period.answers.select_related("region", "submitted_by").order_by("region__code")
    return Progress(tuple(_one(answer, groups[answer.region_id]) for answer in answers))


def _one(answer: PeriodRegion, lines: list[Mapping[str, Any]]) -> RegionProgress:
    kinds: dict[str, int] = defaultdict(int)
    states: dict[str, int] = defaultdict(int)
    for line in lines:
        kinds[line["kind"]] += line["number"]
        states[line["state"]] += line["number"]
    moments: list[datetime] = [line["latest"] for line in lines]
    return RegionProgress(
        answer=answer,
        kinds=dict(kinds),
        drafts=states[RowState.DRAF],
        sent=states[RowState.DIKIRIM],
        touched_at=max(moments, default=None),
    )
