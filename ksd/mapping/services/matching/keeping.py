"""Keeping what a comparison found: new pairs, changed ones, those that are gone, and the rejected that changed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from agreements.models.case import new_public_id
from ksd.core import clock
from ksd.core.bulk import upsert_lines
from ksd.mapping.choices import MatchState
from ksd.mapping.matching.blocks import Found
from ksd.mapping.matching.rows import FORM_OF, Row
from ksd.mapping.models import Match, MatchRow, Period
from ksd.mapping.services.matching.material import changes_since, material_of

BATCH = 1000
# What a comparison says of a pair; everything else belongs to those who speak of it.
TOLD = ("form", "urusan", "score", "reasons", "listed")
WRITTEN = ("public_id", "first", "second", "first_region", "second_region", *TOLD)


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept pair as the comparison left it, and whether somebody has rejected it."""

    pk: int
    told: tuple[Any, ...]
    rejected: bool


Known = dict[tuple[int, int], Kept]


def _known(scope: Q) -> Known:
    fields = ("first", "second", "pk", "state", *TOLD)
    return {
        (first, second): Kept(pk, tuple(told), state == MatchState.DITOLAK)
        for first, second, pk, state, *told in Match.objects.filter(scope).order_by().values_list(*fields)
    }


def _scope(period: Period, urusan: int, only: Collection[int] | None) -> Q:
    """The pairs a comparison speaks of: all of the urusan, or those of the rows it was asked about."""
    if only is None:
        return Q(period=period, urusan=urusan)
    shared = Q(form__in=[form.code for form in FORM_OF.values() if form.near], second__in=only)
    return Q(period=period) & (Q(first__in=only) | shared)


@transaction.atomic
def keep_pairs(
    period: Period,
    urusan: int,
    found: Iterable[Found],
    rows: dict[int, Row],
    only: Collection[int] | None = None,
) -> int:
    """Make the kept pairs of the scope what was found; returns how many there are. Done twice it says the same."""
    known = _known(_scope(period, urusan, only))
    lines, rejected, count = [], [], 0
    for one in found:
        count += 1
        kept = known.pop((one.pair.first, one.pair.second), None)
        told = _told(one, rows)
        if kept is None or kept.told != told:
            lines.append(_line(one, rows, told))
        if kept is not None and kept.rejected:
            rejected.append(kept.pk)
    same = {"period": period.pk, "state": MatchState.BARU, "changes": [], "created_at": clock.now()}
    upsert_lines(Match, WRITTEN, lines, same=same, unique=("first", "second"), update=TOLD)
    _look_again(rejected)
    _let_go(kept.pk for kept in known.values())
    return count


def _told(one: Found, rows: dict[int, Row]) -> tuple[Any, ...]:
    """What the comparison says of a pair, in the order of TOLD."""
    why = [
        {"code": reason.code, "mille": reason.mille, "points": reason.points, "facts": dict(reason.facts)}
        for reason in one.reasons
    ]
    return one.pair.form, rows[one.pair.first].urusan, one.pair.score, why, True


def _line(one: Found, rows: dict[int, Row], told: tuple[Any, ...]) -> tuple[Any, ...]:
    first, second = rows[one.pair.first], rows[one.pair.second]
    return new_public_id(), first.id, second.id, first.region, second.region, *told


def _look_again(rejected: list[int]) -> None:
    """A rejected pair comes back when what its rows say has changed since, and says what."""
    related = ("first__urusan", "second__urusan")
    for match in Match.objects.filter(pk__in=rejected).select_related(*related):
        last = match.decisions.order_by("-decided_at", "-pk").first()
        match.changes = changes_since(last.basis, material_of(match)) if last else []
        if match.changes:
            match.state, match.reopened_at, match.snoozed_until = MatchState.BARU, clock.now(), None
            match.save(update_fields=["state", "changes", "reopened_at", "snoozed_until"])


def _let_go(gone: Iterable[int]) -> None:
    """Pairs no longer found: nobody's word is lost, the rest is forgotten."""
    spoken = Match.objects.filter(pk__in=list(gone))
    spoken.filter(decisions=None, case=None).delete()
    spoken.update(listed=False)


def mark_rows(seen: dict[int, datetime]) -> None:
    """Note what of these rows was compared."""
    MatchRow.objects.bulk_create(
        [MatchRow(row_id=pk, listed=True, seen=at) for pk, at in seen.items()],
        batch_size=BATCH, update_conflicts=True, unique_fields=["row"], update_fields=["listed", "seen"],
    )  # fmt: skip
