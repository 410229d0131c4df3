"""Rows of one side as columns, and an index of their terms: what is looked through for every need at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np

from ksd.mapping.matching.figures import Measure, measure_of
from ksd.mapping.matching.ground import Ground
from ksd.mapping.matching.rows import Row
from ksd.mapping.matching.terms import Told, told_by

Column = np.ndarray[Any, Any]
MeansOf = {None: -1, False: 0, True: 1}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows in the order of their number, with everything a comparison reads of them."""

    rows: tuple[Row, ...]
    told: tuple[Told, ...]
    id: Column
    length: Column
    region: Column
    place: Column
    measures: tuple[Measure | None, ...]
    thing: Column
    amount: Column
    priority: Column
    goals: Column
    wish: Column
    budgeted: Column
    bound: Column
    index: Mapping[str, tuple[Column, Column]]


class Things:
    """A number for every thing measured in one kind of unit, the same for both sides of a comparison."""

    def __init__(self) -> None:
        """Nothing has been measured yet."""
        self._known: dict[tuple[frozenset[str], str], int] = {}

    def number(self, measure: Measure | None) -> int:
        """The thing's number; -1 for nothing measured."""
        if measure is None:
            return -1
        return self._known.setdefault((measure.thing, measure.unit), len(self._known))


def sheet(rows: Iterable[Row], ground: Ground, things: Things) -> Sheet:
    """Rows as columns; whose region the ground does not know is left out."""
    kept = tuple(sorted((row for row in rows if row.region in ground.place), key=lambda row: row.id))
    told = tuple(told_by(row) for row in kept)
    measures = tuple(measure_of(row) for row in kept)
    return Sheet(
        rows=kept,
        told=told,
        id=np.array([row.id for row in kept], dtype=np.int64),
        length=np.array(
            [sqrt(sum(value * value for value in words.weights.values())) or 1.0 for words in told]
        ),
        region=np.array([row.region for row in kept], dtype=np.int64),
        place=np.array([ground.place[row.region] for row in kept], dtype=np.int64),
        measures=measures,
        thing=np.array([things.number(measure) for measure in measures], dtype=np.int64),
        amount=np.array([measure.amount if measure else 0.0 for measure in measures]),
        priority=np.array([min(max(row.priority, 1), 3) for row in kept], dtype=np.int64),
        goals=np.array([bool(row.goals) for row in kept], dtype=bool),
        wish=np.array([row.wish or -1 for row in kept], dtype=np.int64),
        budgeted=np.array([MeansOf[row.budgeted] for row in kept], dtype=np.int8),
        bound=np.array([words.is_bound for words in told], dtype=bool),
        index=_index(told),
    )


def _index(told: tuple[Told, ...]) -> dict[str, tuple[Column, Column]]:
    """By term: the rows that hold it, and its weight in each."""
    found: dict[str, tuple[list[int], list[float]]] = {}
    for at, words in enumerate(told):
        for term, value in words.weights.items():
            places, values = found.setdefault(term, ([], []))
            places.append(at)
            values.append(value)
    return {term: (np.array(places), np.array(values)) for term, (places, values) in found.items()}
