"""The scorecard of follow-ups per region and year, counted from the records and from nothing else (F70)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from ksd.accounts.access import reach
from ksd.accounts.models import User
from ksd.core import clock
from meetings.choices import DecisionKind, FollowUpState, MeetingState
from meetings.duties import AGREED_STATES
from meetings.models import Attendance, Decision, FollowUp, Invitee, Meeting
from meetings.querysets.follow_ups import OWED
from regions.models import Region
from regions.scope import within_reach

HELD = (
    MeetingState.BERLANGSUNG,
    MeetingState.RUMUSAN_DISEPAKATI,
    MeetingState.TINDAK_LANJUT,
    MeetingState.SELESAI,
)

MOST_SILENT = 100


@dataclass
class Score:
    """Counts of some follow-ups. Ages in days: of the unfinished since their meeting, of the done until they were done."""

    total: int = 0
    verified: int = 0
    waiting: int = 0
    owed: int = 0
    late: int = 0
    stopped: int = 0
    untouched: int = 0
    ages: list[int] = field(default_factory=list)
    took: list[int] = field(default_factory=list)

    @property
    def median_age(self) -> int | None:
        """The median age of what is still owed or waits to be verified."""
        return round(median(self.ages)) if self.ages else None

    @property
    def median_took(self) -> int | None:
        """The median of days from the meeting until it was reported done."""
        return round(median(self.took)) if self.took else None

    @property
    def counted(self) -> int:
        """Those that had to be done: all but the stopped."""
        return self.total - self.stopped

    @property
    def percent(self) -> int:
        """The share verified of those that had to be done, in percent; 0 where there are none."""
        return round(100 * self.verified / self.counted) if self.counted else 0

    @property
    def bars(self) -> list[tuple[str, float, float]]:
        """Class, beginning and width in percent of each part of the bar: verified, waiting, in time, late."""
        parts = (
            ("done", self.verified),
            ("waiting", self.waiting),
            ("running", self.owed - self.late),
            ("late", self.late),
        )
        drawn, start = [], 0.0
        for name, count in parts:
            width = round(100 * count / self.counted, 2) if self.counted else 0.0
            if width:
                drawn.append((name, round(start, 2), width))
            start += width
        return drawn


@dataclass(frozen=True)
class Presence:
    """At how many of the meetings of a year that invited a region somebody came for it."""

    year: int
    invited: int
    attended: int

    @property
    def percent(self) -> int:
        """Attended of invited."""
        return round(100 * self.attended / self.invited) if self.invited else 0


@dataclass(frozen=True)
class RegionScore:
    """One line of the scorecard: a region with its years and its attendance."""

    region: Region
    score: Score
    years: list[tuple[int, Score]]
    presence: list[Presence]


@dataclass(frozen=True)
class Scorecard:
    """Everything the page shows: the lines the person may read, and the sum of the whole province."""

    year: int | None
    years: list[int]
    rows: list[RegionScore]
    total: Score
    trend: list[tuple[int, Score]]
    silent: list[Decision]


@dataclass(frozen=True)
class _Fact:
    region: int
    year: int
    state: str
    is_late: bool
    untouched: bool
    age: int


def scorecard_of(user: User, year: int | None = None) -> Scorecard:
    """The lines of the regions within the person's reach, and the total of their province, for a year or for all."""
    own = list(reach(user).filter(level__gt=0, valid_to=None).order_by("level", "code"))
    provinces = {row.pk if row.level == 1 else row.parent_id or row.pk for row in own}
    facts = _facts(provinces)
    chosen = [fact for fact in facts if year in (None, fact.year)]
    by_region, ever = _by_region(chosen), _by_region(facts)
    presence = _presence([row.pk for row in own])
    lines = [
        RegionScore(
            row, score_of(by_region[row.pk]), _by_year(ever[row.pk]), _of_year(presence[row.pk], year)
        )
        for row in own
        if ever[row.pk] or presence[row.pk]
    ]
    years = sorted({fact.year for fact in facts}, reverse=True)
    return Scorecard(year, years, lines, score_of(chosen), _by_year(facts), _silent(user, year))


def _silent(user: User, year: int | None) -> list[Decision]:
    """Points the person may read that asked for something and on which nobody ever reported anything, oldest first."""
    acted = FollowUp.objects.filter(decision=OuterRef("pk")).exclude(pk__in=FollowUp.objects.untouched())
    rows = Decision.objects.filter(
        ~Exists(acted),
        meeting__in=Meeting.objects.visible_to(user).order_by().values("pk"),
        meeting__state__in=AGREED_STATES,
        dropped_at=None,
    ).exclude(kind=DecisionKind.INFORMASI)
    if year is not None:
        rows = rows.filter(meeting__starts_at__year=year)
    return list(rows.select_related("meeting").order_by("meeting__starts_at", "order", "pk")[:MOST_SILENT])


def _facts(provinces: set[int]) -> list[_Fact]:
    """What there is to count, in one query."""
    rows = FollowUp.objects.agreed().filter(region__in=within_reach(provinces))
    seen_by_nobody = set(rows.untouched().order_by().values_list("pk", flat=True))
    names = ("pk", "region_id", "state", "due_on", "done_on", "decision__meeting__starts_at")
    today = clock.today()
    return [
        _Fact(
            region,
            (day := timezone.localtime(begun).date()).year,
            state,
            _is_late(state, due, today),
            pk in seen_by_nobody,
            max(((done or today) - day).days, 0),
        )
        for pk, region, state, due, done, begun in rows.order_by("pk").values_list(*names)
    ]


def _is_late(state: str, due: date | None, today: date) -> bool:
    return state in OWED and due is not None and due < today


def score_of(facts: Iterable[_Fact]) -> Score:
    """Count some facts."""
    score = Score()
    for fact in facts:
        score.total += 1
        score.verified += fact.state == FollowUpState.DIVERIFIKASI
        score.waiting += fact.state == FollowUpState.SELESAI
        score.owed += fact.state in OWED
        score.stopped += fact.state == FollowUpState.DIHENTIKAN
        score.late += fact.is_late
        score.untouched += fact.untouched
        if fact.state in OWED:
            score.ages.append(fact.age)
        elif fact.state != FollowUpState.DIHENTIKAN:
            score.took.append(fact.age)
    return score


def _by_region(facts: Iterable[_Fact]) -> dict[int, list[_Fact]]:
    regions: dict[int, list[_Fact]] = defaultdict(list)
    for fact in facts:
        regions[fact.region].append(fact)
    return regions


def _by_year(facts: Iterable[_Fact]) -> list[tuple[int, Score]]:
    years: dict[int, list[_Fact]] = defaultdict(list)
    for fact in facts:
        years[fact.year].append(fact)
    return [(year, score_of(years[year])) for year in sorted(years)]


def _presence(regions: list[int]) -> dict[int, list[Presence]]:
    """Invited and attended meetings per region and year, each meeting counted once."""
    held = {"region__in": regions, "meeting__state__in": HELD, "withdrawn_at": None}
    invited = (
        Invitee.objects.filter(**held).order_by().values_list("region_id", "meeting_id", "meeting__starts_at")
    )
    came = set(
        Attendance.objects.filter(Q(region__in=regions) | Q(invitee__region__in=regions), struck_at=None)
        .order_by()
        .values_list("region_id", "session__meeting_id")
        .union(
            Attendance.objects.filter(invitee__region__in=regions, struck_at=None)
            .order_by()
            .values_list("invitee__region_id", "session__meeting_id")
        )
    )
    meetings: dict[tuple[int, int], set[int]] = defaultdict(set)
    for region, meeting, begun in invited:
        meetings[(region, timezone.localtime(begun).year)].add(meeting)
    found: dict[int, list[Presence]] = defaultdict(list)
    for (region, year), keys in sorted(meetings.items()):
        found[region].append(Presence(year, len(keys), sum((region, key) in came for key in keys)))
    return found


def _of_year(presence: list[Presence], year: int | None) -> list[Presence]:
    return [row for row in presence if year in (None, row.year)]
