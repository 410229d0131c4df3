"""Every need against every potential of its urusan: gates first, then points, and the best few are kept."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from ksd.mapping.matching.ground import UNKNOWN, Ground
from ksd.mapping.matching.rows import Form
from ksd.mapping.matching.sheet import Column, Sheet
from ksd.mapping.matching.weights import FEATURES, WEAKER, Weights

# From this likeness on two rows speak of the same matter; at FULL they say it in the same words.
ALIKE, FULL = 0.30, 0.75
# Of what both have measured under one name fewer words need be shared: the thing itself is the same.
ALIKE_MEASURED = 0.15
# A potential below this part of a need is no answer to it.
LEAST_SHARE = 0.1
# Next door: bordering, or centres not farther apart than this.
NEAR_KM, FAR_KM = 60.0, 400.0
KEEP = 6
# Of problems all pairs are kept, within reason: a pair is then told or not whichever of the two is looked at.
KEEP_NEAR = 50
# Two priorities of high, middle, low; who has put money aside.
_PRIORITY = np.array([0, 1000, 500, 0], dtype=np.int64)
_HOPS = np.array([1000, 1000, 600, 300, 100] + [0] * 251, dtype=np.int64)

Past = Mapping[tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rows that belong together: the one who lacks, the one who has, tenths of points, thousandths by feature."""

    form: str
    first: int
    second: int
    score: int
    values: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Setting:
    """What every comparison of one urusan rests on; `past` counts cooperations of two regions, the smaller number first."""

    ground: Ground
    past: Past
    weights: Weights


@dataclass(frozen=True, slots=True)
class Bench:
    """Two sheets laid beside each other, with who has worked together as a table."""

    form: Form
    first: Sheet
    second: Sheet
    ground: Ground
    weights: Weights
    worked: Column


def match(
    form: Form,
    sheets: tuple[Sheet, Sheet],
    setting: Setting,
    *,
    only: Collection[int] | None = None,
    keep: int = KEEP,
) -> Iterator[list[Pair]]:
    """For every row of the first sheet (or `only` those of these numbers) its best pairs, the best first."""
    worked = _past_table(setting.ground, setting.past)
    bench = Bench(form, *sheets, setting.ground, setting.weights, worked)
    for at, row in enumerate(bench.first.rows):
        if only is None or row.id in only:
            yield _best(bench, at, keep)


def _past_table(ground: Ground, past: Past) -> Column:
    table = np.zeros(ground.border.shape, dtype=bool)
    for (one, other), number in past.items():
        if number and one in ground.place and other in ground.place:
            a, b = ground.place[one], ground.place[other]
            table[a, b] = table[b, a] = True
    return table


def _best(bench: Bench, at: int, keep: int) -> list[Pair]:
    form, first, second = bench.form, bench.first, bench.second
    alike = _alike(at, first, second)
    those = np.nonzero(alike >= ALIKE_MEASURED)[0]
    those = those[(alike[those] >= ALIKE) | _same_thing(bench, at, those)]
    those = those[_admitted(bench, at, those)]
    if not len(those):
        return []
    values = _values(bench, at, those, alike[those])
    score = sum((bench.weights.of(name) * values[name] + 50) // 100 for name in FEATURES)
    score = np.maximum(score - 10 * WEAKER * form.weaker, 0)
    # Equal points are ordered by likeness, then by number: the same data, the same order.
    order = np.lexsort((those, -values["text"], -score))[:keep]
    return [
        Pair(
            form.code, first.rows[at].id, second.rows[those[place]].id, int(score[place]),
            {name: int(values[name][place]) for name in FEATURES if values[name][place]},
        )
        for place in order
        if score[place] >= max(10 * bench.weights.threshold, 1)
    ]  # fmt: skip


def _alike(at: int, first: Sheet, second: Sheet) -> Column:
    """The cosine of one row with every row of the other sheet; only rows that share a term are looked at."""
    found = [
        (second.index[term], value) for term, value in first.told[at].weights.items() if term in second.index
    ]
    if not found:
        return np.zeros(len(second.rows))
    places = np.concatenate([places for (places, _values), _value in found])
    weights = np.concatenate([values * value for (_places, values), value in found])
    dots = np.bincount(places, weights=weights, minlength=len(second.rows))
    # To nine places: sums of the same terms are the same number, in whatever order they were added.
    return np.asarray(np.round(dots / (second.length * first.length[at]), 9))


def _admitted(bench: Bench, at: int, those: Column) -> Column:
    """Who may be a pair at all: another region, near where the matter asks for it or named itself, not far too little."""
    form, first, second = bench.form, bench.first, bench.second
    allowed = second.region[those] != first.region[at]
    if form.near or first.bound[at]:
        allowed &= _near(first.place[at], second.place[those], bench.ground) | _wished(bench, at, those)
    allowed &= ~_same_thing(bench, at, those) | (second.amount[those] >= LEAST_SHARE * first.amount[at])
    if form.first == form.second:
        allowed &= second.id[those] != first.id[at]
    return np.asarray(allowed)


def _same_thing(bench: Bench, at: int, those: Column) -> Column:
    """Who measures the same thing in units that can be converted; figures of problems do not complete each other."""
    thing = bench.first.thing[at]
    same = (bench.second.thing[those] == thing) & (thing >= 0)
    return np.asarray(same & (not bench.form.near))


def _wished(bench: Bench, at: int, those: Column) -> Column:
    """Whom a region has named as its partner, or by whom it is named: their own word goes before the map."""
    first, second = bench.first, bench.second
    named = (second.region[those] == first.wish[at]) | (second.wish[those] == first.region[at])
    return np.asarray(named)


def _near(here: int, there: Column, ground: Ground) -> Column:
    """Bordering or with centres close by; where no border is charted, of the same province."""
    near = ground.border[here, there] | (np.nan_to_num(ground.km[here, there], nan=1e9) <= NEAR_KM)
    blank = ~ground.charted[here] | ~ground.charted[there]
    blank &= np.isnan(ground.km[here, there])
    return np.asarray(near | (blank & (ground.parent[here] == ground.parent[there])))


def _values(bench: Bench, at: int, those: Column, alike: Column) -> dict[str, Column]:
    """Thousandths of every feature for the rows that remain."""
    first, second, ground = bench.first, bench.second, bench.ground
    row, here, there = first.rows[at], first.place[at], second.place[those]
    share = np.minimum(second.amount[those] / max(first.amount[at], 1e-12), 1.0)
    means = (second.budgeted[those] == 1) * 500 + 500 * int(first.budgeted[at] == 1)
    return {
        "urusan": np.full(len(those), 1000),
        "text": np.minimum(alike / FULL * 1000, 1000).astype(np.int64),
        "figures": np.where(_same_thing(bench, at, those), share * 1000, 0).astype(np.int64),
        "border": ground.border[here, there] * 1000,
        "distance": _nearness(here, there, ground),
        "past": bench.worked[here, there] * 1000,
        "goal": second.goals[those] * 500 + 500 * int(first.goals[at]),
        "priority": _PRIORITY[_priority(bench.form, row.priority, second.priority[those])],
        "means": means.astype(np.int64),
        "wish": _wished(bench, at, those) * 1000,
    }


def _priority(form: Form, own: int, others: Column) -> Column:
    """How urgent the one who lacks finds it; of a shared problem, the more urgent of the two."""
    return np.asarray(np.minimum(own, others) if form.near else np.full(len(others), own))


def _nearness(here: int, there: Column, ground: Ground) -> Column:
    """By kilometres between centres where both are known, else by borders to cross."""
    hops = ground.hops[here, there]
    by_hops = np.where(hops == UNKNOWN, 0, _HOPS[hops])
    if not ground.measured:
        return np.asarray(by_hops)
    km = ground.km[here, there]
    by_km = np.clip(1.0 - np.nan_to_num(km, nan=FAR_KM) / FAR_KM, 0, 1) * 1000
    return np.where(np.isnan(km), by_hops, by_km).astype(np.int64)
