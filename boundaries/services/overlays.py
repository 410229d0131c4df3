"""Which lines are compared with which, and the figures of each pair: kept, computed now, or left to the worker."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from boundaries.choices import LineRole
from boundaries.models import BoundaryLine, LineOverlay, Round, Segment
from boundaries.querysets import LineQuerySet
from boundaries.tasks import OVERLAY_JOB, keep_overlay
from ksd.accounts.models import User
from ksd.core.errors import DomainError
from ksd.core.jobs import request_job
from ksd.core.models import Job

# So many vertices are compared while a person waits, all pairs of a page together.
AT_ONCE = 30_000
STUDY_ORDER = (LineRole.KAJIAN_KEMENDAGRI, LineRole.KAJIAN_PROVINSI, LineRole.KOMPROMI)


@dataclass(frozen=True)
class Pair:
    """Two versions and what is known of their overlay: figures, or why there are none yet."""

    first: BoundaryLine
    second: BoundaryLine
    kept: LineOverlay | None = None
    trouble: str = ""

    @property
    def is_due(self) -> bool:
        """Whether the worker has to compute it."""
        return self.kept is None and not self.trouble

    @property
    def is_of_claims(self) -> bool:
        """Whether both sides' claims are compared: what is disputed."""
        return self.first.is_claim and self.second.is_claim and self.first.region_id != self.second.region_id


@dataclass
class Comparer:
    """Gives overlays of pairs, computing no more than a page may cost."""

    left: int = field(default=AT_ONCE)

    def pairs(self, wanted: Sequence[tuple[BoundaryLine, BoundaryLine]]) -> list[Pair]:
        """The overlay of each pair of versions, in one query where they are kept."""
        ids = [(first.pk, second.pk) for first, second in wanted]
        question = Q(pk__in=())
        for first, second in ids:
            question |= Q(first=first, second=second)
        kept = {(row.first_id, row.second_id): row for row in LineOverlay.objects.filter(question)}
        return [self._pair(first, second, kept.get((first.pk, second.pk))) for first, second in wanted]

    def _pair(self, first: BoundaryLine, second: BoundaryLine, kept: LineOverlay | None) -> Pair:
        size = first.vertex_count + second.vertex_count
        if kept is not None or size > self.left:
            return Pair(first, second, kept)
        self.left -= size
        try:
            return Pair(first, second, keep_overlay(first, second))
        except DomainError as error:
            return Pair(first, second, trouble=f"{error.message} {error.remedy}")


def ordered(segment: Segment, lines: Sequence[BoundaryLine]) -> list[BoundaryLine]:
    """Lines in the order they are compared: the first region's claim, lines between, the second region's claim."""

    def rank(line: BoundaryLine) -> tuple[int, int]:
        if line.is_claim:
            return (0 if line.region_id == segment.region_a_id else 2), line.pk
        return 1, line.pk

    return sorted(lines, key=rank)


def pairs_of(segment: Segment, lines: Sequence[BoundaryLine]) -> list[tuple[BoundaryLine, BoundaryLine]]:
    """Every two of some lines, claims against each other first."""
    rows = list(combinations(ordered(segment, lines), 2))
    return sorted(rows, key=lambda row: not (row[0].is_claim and row[1].is_claim))


def usual_choice(segment: Segment, lines: LineQuerySet) -> list[BoundaryLine]:
    """What is compared when nobody chose: both newest claims and the study line that weighs most."""
    rows = list(lines.standing().newest_first())
    claims = [
        next((row for row in rows if row.is_claim and row.region_id == side.pk), None)
        for side in segment.sides
    ]
    study = next((row for role in STUDY_ORDER for row in rows if row.role == role), None)
    return [row for row in (*claims, study) if row is not None]


@dataclass(frozen=True)
class RoundRow:
    """One round: the claims that stood then, their overlay, what its minutes say."""

    round: Round | None
    pair: Pair | None
    before: Pair | None = None


def by_round(segment: Segment, lines: LineQuerySet, comparer: Comparer) -> list[RoundRow]:
    """How the dispute changed: for each round the newest claims stated up to it, oldest round first."""
    claims = list(
        lines.filter(role=LineRole.KLAIM, withdrawal__isnull=True)
        .select_related("round", "region")
        .order_by("pk")
    )
    rounds: list[Round | None] = [*segment.rounds.order_by("number")]
    if any(claim.round_id is None for claim in claims):
        rounds.insert(0, None)
    stood = [_claims_at(segment, claims, row) for row in rounds]
    wanted = [(a, b) for a, b in stood if a is not None and b is not None]
    found = iter(comparer.pairs(wanted))
    pairs = [next(found) if a is not None and b is not None else None for a, b in stood]
    before: Pair | None = None
    rows = []
    for row, pair in zip(rounds, pairs, strict=True):
        rows.append(RoundRow(row, pair, before))
        before = pair or before
    return rows


def _claims_at(
    segment: Segment, claims: list[BoundaryLine], row: Round | None
) -> tuple[BoundaryLine | None, BoundaryLine | None]:
    """The newest claim of each side up to a round."""
    limit = row.number if row else 0

    def newest(side: int) -> BoundaryLine | None:
        own = [claim for claim in claims if claim.region_id == side and _number(claim) <= limit]
        return max(own, key=lambda claim: (_number(claim), claim.pk), default=None)

    return newest(segment.region_a_id), newest(segment.region_b_id)


def _number(claim: BoundaryLine) -> int:
    return claim.round.number if claim.round else 0


def request_overlay(*, actor: User, segment: Segment, first: BoundaryLine, second: BoundaryLine) -> Job:
    """Ask the worker for an overlay too large for a page."""
    address = reverse("boundaries:overlay", args=[segment.slug])
    return request_job(
        kind=OVERLAY_JOB,
        key=f"{first.pk}-{second.pk}",
        payload={
            "first": first.pk,
            "second": second.pk,
            "result_url": f"{address}?garis={first.pk}&garis={second.pk}",
        },
        actor=actor,
        label=_("Tumpang tindih %(first)s dan %(second)s") % {"first": first, "second": second},
    )
