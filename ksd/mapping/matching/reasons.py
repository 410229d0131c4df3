"""Why two rows belong together: each reason with its points and the facts it rests on; sentences are made later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isnan
from typing import Any

from ksd.mapping.matching.engine import Pair, Setting
from ksd.mapping.matching.figures import measure_of
from ksd.mapping.matching.ground import UNKNOWN, Ground
from ksd.mapping.matching.rows import FORM_OF, Row
from ksd.mapping.matching.terms import Told, shared_words
from ksd.mapping.matching.weights import FEATURES, WEAKER, tenths

# Taken off when a strength answers a weakness.
WEAKER_FORM = "weaker"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its code, thousandths it holds to, tenths of points it gives, and its facts."""

    code: str
    mille: int
    points: int
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Side:
    """One row of a pair with its wording."""

    row: Row
    told: Told


def reasons(pair: Pair, first: Side, second: Side, setting: Setting) -> list[Reason]:
    """The reasons of a pair; their points sum up to its score."""
    weights = setting.weights
    found = [
        Reason(
            code, mille, tenths(weights.of(code), mille), _facts(code, pair.form, (first, second), setting)
        )
        for code in FEATURES
        if (mille := pair.values.get(code, 0))
    ]
    if FORM_OF[pair.form].weaker:
        found.append(Reason(WEAKER_FORM, 1000, -10 * WEAKER))
    return found


def _facts(code: str, form: str, sides: tuple[Side, Side], setting: Setting) -> dict[str, Any]:
    first, second = sides[0].row, sides[1].row
    if code == "text":
        return {"words": [list(pair) for pair in shared_words(sides[0].told, sides[1].told)]}
    if code == "figures":
        return _figures(first, second)
    if code == "distance":
        return _distance(first, second, setting.ground)
    if code == "past":
        pair = sorted((first.region, second.region))
        return {"count": setting.past[pair[0], pair[1]]}
    return dict(_plain(code, form, first, second))


def _plain(code: str, form: str, first: Row, second: Row) -> Iterator[tuple[str, Any]]:
    """Facts that only name what a row says of itself."""
    if code == "urusan":
        yield "urusan", first.urusan
    elif code == "goal":
        yield from (("first", bool(first.goals)), ("second", bool(second.goals)))
    elif code == "priority":
        shared = FORM_OF[form].near
        yield "priority", min(first.priority, second.priority) if shared else first.priority
    elif code == "means":
        yield from (("first", first.budgeted is True), ("second", second.budgeted is True))
    elif code == "wish":
        yield from (("first", first.wish == second.region), ("second", second.wish == first.region))


def _figures(first: Row, second: Row) -> dict[str, Any]:
    need, have = measure_of(first), measure_of(second)
    share = round(100 * have.amount / need.amount, 1) if need and have else 0.0
    return {
        "thing": first.figure_name,
        "need": first.figure,
        "need_unit": first.unit,
        "have": second.figure,
        "have_unit": second.unit,
        "share": share,
    }


def _distance(first: Row, second: Row, ground: Ground) -> dict[str, Any]:
    here, there = ground.place[first.region], ground.place[second.region]
    km, hops = float(ground.km[here, there]), int(ground.hops[here, there])
    if not isnan(km):
        return {"km": round(km)}
    return {"hops": hops} if hops != UNKNOWN else {}
