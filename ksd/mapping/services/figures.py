"""What a region has, lacks, agreed and kept in a year, counted once for its profile and for the comparison of several."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import BooleanField, Count, ExpressionWrapper, Q

from agreements.models import CaseReport, Party
from boundaries.choices import SETTLED
from boundaries.models import Segment
from boundaries.querysets import SegmentQuerySet
from ksd.accounts.access import AnyUser, reach
from ksd.core import clock
from ksd.mapping.choices import RowKind
from ksd.mapping.models import MappingRow
from ksd.mapping.querysets import RowQuerySet
from ksd.mapping.services.standing import IN_FORCE, Pact, loaded, pacts_in, readable_cases
from meetings.models import FollowUp
from meetings.querysets.follow_ups import OWED
from regions.models import Region

# What speaks for working with a region, and what it wishes somebody to work on.
STRENGTHS = (RowKind.POTENSI, RowKind.KEKUATAN, RowKind.PELUANG)
WANTS = (RowKind.KEBUTUHAN, RowKind.MASALAH, RowKind.KELEMAHAN)
YEARS_BACK = 5


@dataclass
class Timely:
    """Reports that fell due or were sent: how many, and how many of them in time."""

    due: int = 0
    in_time: int = 0

    @property
    def percent(self) -> int | None:
        """The share sent in time; None where none was due."""
        return round(100 * self.in_time / self.due) if self.due else None


@dataclass(frozen=True)
class Fellow:
    """A partner of a region, with its code where it is one itself, and in how many cooperations."""

    name: str
    code: str
    count: int


@dataclass
class Figures:
    """The figures of one region in one year; `partial` says that the reader sees only what touches their own."""

    region: Region
    partial: bool
    kinds: Counter[str] = field(default_factory=Counter)
    pacts: list[Pact] = field(default_factory=list)
    partners: list[Fellow] = field(default_factory=list)
    signed: list[tuple[int, int]] = field(default_factory=list)
    asked: int = 0
    owed: int = 0
    late: int = 0
    segments: int = 0
    settled: int = 0
    reports: Timely = field(default_factory=Timely)
    timely: list[tuple[int, Timely]] = field(default_factory=list)

    @property
    def strengths(self) -> int:
        """Rows that speak for working with it."""
        return sum(self.kinds[kind] for kind in STRENGTHS)

    @property
    def wants(self) -> int:
        """Rows somebody could help with."""
        return sum(self.kinds[kind] for kind in WANTS)

    @property
    def in_force(self) -> int:
        """Cooperations in force."""
        return sum(pact.standing == IN_FORCE for pact in self.pacts)

    @property
    def under_way(self) -> int:
        """Cooperations on their way."""
        return sum(pact.counts for pact in self.pacts) - self.in_force


def figures_of(user: AnyUser, regions: Sequence[Region], year: int) -> list[Figures]:
    """The figures of these regions, in their order; as many queries for one as for many."""
    keys = [row.pk for row in regions]
    near = set(reach(user).filter(pk__in=keys).values_list("pk", flat=True))
    found = {row.pk: Figures(row, partial=row.pk not in near) for row in regions}
    _count_rows(user, found, year)
    _count_cases(user, found, year)
    _count_follow_ups(user, found, year)
    _count_segments(user, found)
    _count_reports(user, found, year)
    return [found[row.pk] for row in regions]


def rows_read(user: AnyUser, regions: Iterable[int], year: int) -> RowQuerySet:
    """The rows these regions sent to the forum of a year, as far as the person reads them."""
    return MappingRow.objects.visible_to(user).counted().filter(region__in=regions, period__year=year)


def segments_read(user: AnyUser, regions: Iterable[int]) -> SegmentQuerySet:
    """The segments of regions (a province's of those below it too) within scope, and those with a public card."""
    keys, seen = list(regions), reach(user)
    sides = Q(region_a__in=keys) | Q(region_b__in=keys)
    sides |= Q(region_a__parent__in=keys) | Q(region_b__parent__in=keys)
    within = Q(region_a__in=seen) | Q(region_b__in=seen)
    rows = Segment.objects.filter(sides, within | Q(published=True))
    return rows.annotate(is_seen=ExpressionWrapper(within, BooleanField()))


def years_back(year: int) -> list[int]:
    """The year and those before it that a chart shows, the oldest first."""
    return list(range(year - YEARS_BACK + 1, year + 1))


def _count_rows(user: AnyUser, found: dict[int, Figures], year: int) -> None:
    rows = rows_read(user, found, year).order_by().values_list("region", "kind").annotate(rows=Count("pk"))
    for region, kind, count in rows:
        found[region].kinds[kind] = count


def _count_cases(user: AnyUser, found: dict[int, Figures], year: int) -> None:
    with_them = Party.objects.filter(region__in=list(found)).values("case")
    cases = loaded(readable_cases(user).filter(pk__in=with_them))
    years = {each: pacts_in(cases, each) for each in {*years_back(year), year}}
    for key, row in found.items():
        row.pacts = [pact for pact in years[year] if _joins(pact, key)]
        row.partners = _partners(row.pacts, key)
        row.signed = [
            (each, sum(pact.standing == IN_FORCE and _joins(pact, key) for pact in years[each]))
            for each in years_back(year)
        ]


def _joins(pact: Pact, region: int) -> bool:
    return any(side.pk == region for side in pact.regions)


def _partners(pacts: Iterable[Pact], region: int) -> list[Fellow]:
    """With whom the region works together, the most often first; what has ended does not count."""
    counts: Counter[tuple[str, str]] = Counter()
    for pact in pacts:
        if pact.counts:
            counts.update((side.full_name, side.code) for side in pact.regions if side.pk != region)
            counts.update((name, "") for name in pact.partners)
    fellows = [Fellow(name, code, count) for (name, code), count in counts.items()]
    return sorted(fellows, key=lambda row: (-row.count, row.name, row.code))


def _count_follow_ups(user: AnyUser, found: dict[int, Figures], year: int) -> None:
    rows = FollowUp.objects.visible_to(user).agreed().of_year(year).filter(region__in=list(found))
    for region, state, due in rows.order_by("pk").values_list("region_id", "state", "due_on"):
        row = found[region]
        row.asked += 1
        row.owed += state in OWED
        row.late += state in OWED and due is not None and due < clock.today()


def _count_segments(user: AnyUser, found: dict[int, Figures]) -> None:
    names = ("region_a_id", "region_b_id", "region_a__parent_id", "region_b__parent_id", "stage")
    for *sides, stage in segments_read(user, found).order_by().values_list(*names):
        for key in {side for side in sides if side in found}:
            found[key].segments += 1
            found[key].settled += stage in SETTLED


def _count_reports(user: AnyUser, found: dict[int, Figures], year: int) -> None:
    rows = CaseReport.objects.visible_to(user).filter(region__in=list(found)).order_by("pk")
    kept: dict[int, dict[int, Timely]] = defaultdict(lambda: defaultdict(Timely))
    for region, *days in rows.values_list("region_id", "sent_on", "sent_due_on", "deadline__due_on"):
        told = _fell_due(*days)
        if told is not None:
            timely = kept[region][told[0]]
            timely.due += 1
            timely.in_time += told[1]
    for key, row in found.items():
        row.reports = kept[key][year]
        row.timely = [(each, kept[key][each]) for each in years_back(year)]


def _fell_due(sent: date | None, sent_due: date | None, due: date | None) -> tuple[int, bool] | None:
    """The year a report belongs to and whether it came in time; None while it is neither sent nor late."""
    if sent is not None:
        return (sent_due or sent).year, sent_due is None or sent <= sent_due
    if due is not None and due < clock.today():
        return due.year, False
    return None
