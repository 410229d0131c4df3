"""Scoring: a whole period urusan by urusan, or only what changed since it was last compared."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from ksd.core import clock
from ksd.core.memory import no_rings
from ksd.mapping.matching.blocks import Block
from ksd.mapping.models import MappingRow, Match, MatchRow, MatchRun, Period
from ksd.mapping.services.matching.keeping import keep_pairs, mark_rows
from ksd.mapping.services.matching.reading import Terrain, matchable, newest_weights, rows_of, terrain_of
from regions.models import Urusan

Tell = Callable[[int, str], None]


def score_period(run: MatchRun, tell: Tell) -> None:
    """Compare everything in a period and keep the pairs; done twice it says the same."""
    period = run.period
    terrain = terrain_of(period)
    counted = matchable(period).order_by().values_list("urusan", flat=True).distinct()
    urusan = list(Urusan.objects.filter(pk__in=counted).order_by("order", "pk"))
    rows = pairs = 0
    for number, one in enumerate(urusan):
        tell(100 * number // len(urusan), _("Membandingkan urusan %s") % one.name)
        read, kept = _score_urusan(period, one.pk, terrain)
        rows, pairs = rows + read, pairs + kept
    forget_unlisted(period)
    weights = newest_weights(period.region)
    MatchRun.objects.filter(pk=run.pk).update(
        finished_at=clock.now(), rows=rows, pairs=pairs, weights_revision=weights.revision if weights else 0
    )


@no_rings()
@transaction.atomic
def _score_urusan(period: Period, urusan: int, terrain: Terrain) -> tuple[int, int]:
    rows, seen = rows_of(period, urusan)
    block = Block(rows, terrain.setting(urusan))
    kept = keep_pairs(period, urusan, block.pairs(), {row.id: row for row in rows})
    mark_rows(seen)
    return len(rows), kept


def due_rows(period: Period) -> "list[tuple[int, int]]":
    """Rows (and their urusan) that are new, changed or no longer counted since they were last compared."""
    counted = matchable(period)
    fresh = Q(matched=None) | Q(matched__listed=False) | ~Q(matched__seen=F("updated_at"))
    due = set(counted.filter(fresh).order_by().values_list("pk", "urusan"))
    gone = MappingRow.objects.filter(period=period, matched__listed=True)
    gone = gone.exclude(pk__in=counted.order_by().values("pk"))
    return sorted(due | set(gone.order_by().values_list("pk", "urusan")))


def score_due(period: Period) -> int:
    """Compare anew what changed, and the rows it touches; returns how many rows were due."""
    due = due_rows(period)
    if not due:
        return 0
    terrain = terrain_of(period)
    by_urusan: dict[int, set[int]] = {}
    for row, urusan in due:
        by_urusan.setdefault(urusan, set()).add(row)
    held = _held_by({row for row, _urusan in due})
    for row, urusan in held:
        by_urusan.setdefault(urusan, set()).add(row)
    for urusan, rows in sorted(by_urusan.items()):
        _score_rows(period, urusan, rows, terrain)
    _forget_rows(period, {row for row, _urusan in due})
    return len(due)


def _held_by(rows: Iterable[int]) -> "list[tuple[int, int]]":
    """Rows that lack what one of these had: theirs must be looked for anew, in their own urusan."""
    pairs = Match.objects.filter(second__in=list(rows)).order_by()
    return list(pairs.values_list("first", "first__urusan").distinct())


@no_rings()
@transaction.atomic
def _score_rows(period: Period, urusan: int, changed: set[int], terrain: Terrain) -> None:
    rows, seen = rows_of(period, urusan)
    block = Block(rows, terrain.setting(urusan))
    touched = set(changed)
    for row in sorted(changed):
        touched |= block.touched_by(row)
    keep_pairs(period, urusan, block.pairs(touched), {row.id: row for row in rows}, touched)
    mark_rows({row: at for row, at in seen.items() if row in changed})


def _forget_rows(period: Period, rows: set[int]) -> None:
    """Of these rows, those that no longer count have no pairs but what somebody spoke of."""
    gone = rows - set(matchable(period).filter(pk__in=rows).order_by().values_list("pk", flat=True))
    _let_go(Match.objects.filter(Q(first__in=gone) | Q(second__in=gone), period=period, listed=True))
    MatchRow.objects.filter(row__in=gone).update(listed=False)


def forget_unlisted(period: Period) -> None:
    """The same for a whole period."""
    counted = matchable(period).order_by().values("pk")
    listed = Match.objects.filter(period=period, listed=True)
    _let_go(listed.exclude(first__in=counted, second__in=counted))
    MatchRow.objects.filter(row__period=period, listed=True).exclude(row__in=counted).update(listed=False)


def _let_go(gone: "QuerySet[Match]") -> None:
    gone.filter(decisions=None, case=None).delete()
    gone.update(listed=False)
