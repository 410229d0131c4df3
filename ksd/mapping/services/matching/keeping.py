"""Keeping what a comparison found: new pairs, changed ones, those that are gone, and the rejected that changed."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from ksd.core import clock
from ksd.mapping.choices import MatchForm, MatchState
from ksd.mapping.matching.blocks import Found
from ksd.mapping.matching.rows import FORM_OF, Row
from ksd.mapping.models import Match, MatchRow, Period
from ksd.mapping.services.matching.material import changes_since, material_of

BATCH = 1000
Known = dict[tuple[int, int], Match]


def _facts_of(found: Found) -> list[dict[str, Any]]:
    return [
        {"code": reason.code, "mille": reason.mille, "points": reason.points, "facts": dict(reason.facts)}
        for reason in found.reasons
    ]


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
    known: Known = {
        (match.first_id, match.second_id): match
        for match in Match.objects.filter(_scope(period, urusan, only))
    }
    new, changed, count = [], [], 0
    for one in found:
        count += 1
        match = known.pop((one.pair.first, one.pair.second), None)
        if match is None:
            new.append(_made(period, one, rows))
        elif _renewed(match, one, rows):
            changed.append(match)
    Match.objects.bulk_create(new, batch_size=BATCH, ignore_conflicts=True)
    fields = [
        "form",
        "urusan",
        "score",
        "reasons",
        "listed",
        "state",
        "changes",
        "reopened_at",
        "snoozed_until",
    ]
    Match.objects.bulk_update(changed, fields, batch_size=200)
    _let_go(known)
    return count


def _made(period: Period, one: Found, rows: dict[int, Row]) -> Match:
    first, second = rows[one.pair.first], rows[one.pair.second]
    return Match(
        period=period, urusan_id=first.urusan, form=one.pair.form, first_id=first.id, second_id=second.id,
        first_region_id=first.region, second_region_id=second.region, score=one.pair.score, reasons=_facts_of(one),
    )  # fmt: skip


def _renewed(match: Match, one: Found, rows: dict[int, Row]) -> bool:
    """Bring a kept pair up to date; False when nothing is new."""
    urusan, why = rows[one.pair.first].urusan, _facts_of(one)
    fresh = (one.pair.form, urusan, one.pair.score, why, True)
    same = fresh == (match.form, match.urusan_id, match.score, match.reasons, match.listed)
    match.form, match.urusan_id, match.score, match.reasons, match.listed = (
        MatchForm(one.pair.form), urusan, one.pair.score, why, True,
    )  # fmt: skip
    return _reopened(match) or not same


def _reopened(match: Match) -> bool:
    """A rejected pair comes back when what its rows say has changed since, and says what."""
    if match.state != MatchState.DITOLAK:
        return False
    last = match.decisions.order_by("-decided_at", "-pk").first()
    changes = changes_since(last.basis, material_of(match)) if last else []
    if not changes:
        return False
    match.state, match.changes, match.reopened_at = MatchState.BARU, changes, clock.now()
    match.snoozed_until = None
    return True


def _let_go(gone: Known) -> None:
    """Pairs no longer found: nobody's word is lost, the rest is forgotten."""
    spoken = Match.objects.filter(pk__in=[match.pk for match in gone.values()])
    spoken.filter(decisions=None, case=None).delete()
    spoken.update(listed=False)


def mark_rows(seen: dict[int, datetime]) -> None:
    """Note what of these rows was compared."""
    MatchRow.objects.bulk_create(
        [MatchRow(row_id=pk, listed=True, seen=at) for pk, at in seen.items()],
        batch_size=BATCH, update_conflicts=True, unique_fields=["row"], update_fields=["listed", "seen"],
    )  # fmt: skip
