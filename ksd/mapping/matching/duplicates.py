"""Which rows of a mapping may say the same: compared only within one urusan and side, where rare stems are shared.

The work is bounded: a stem many rows carry leads to its first rows only, and the comparisons of one run are counted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from ksd.core.likeness import likeness_of, words_of

# In percent; from here on two rows are laid side by side.
THRESHOLD = 60
MOST_PER_STEM, MOST_COMPARED = 25, 60_000
# Below this share of common stems the letters cannot lift two titles over the threshold.
_LEAST_SHARED = 0.35

Stems = frozenset[str]


@dataclass(frozen=True)
class Told:
    """One row as far as its words matter: where it may have a duplicate, and what it says."""

    key: int
    block: tuple[int, str]
    title: str


@dataclass(frozen=True)
class Likely:
    """Two rows that may say the same, the older first, how alike in percent, and the stems both have."""

    first: int
    second: int
    percent: int
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Search:
    """What a run found, and whether it stopped at its bound."""

    pairs: tuple[Likely, ...]
    compared: int
    complete: bool


def likely_duplicates(rows: Iterable[Told], apart: Iterable[tuple[int, int]] = ()) -> Search:
    """Pairs of rows above the threshold, the most alike first; `apart` are pairs a person found to differ."""
    blocks: dict[tuple[int, str], list[Told]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.key):
        blocks[row.block].append(row)
    found: list[Likely] = []
    settled, compared = set(apart), 0
    for _block, told in sorted(blocks.items()):
        for one, left, other, right in _candidates(told):
            compared += 1
            if compared > MOST_COMPARED:
                return Search(_sorted(found), compared - 1, complete=False)
            pair = (min(one.key, other.key), max(one.key, other.key))
            percent = 0 if pair in settled else round(100 * likeness_of(left, right))
            if percent >= THRESHOLD:
                found.append(Likely(*pair, percent, tuple(sorted(left & right))))
    return Search(_sorted(found), compared, complete=True)


def _sorted(found: list[Likely]) -> tuple[Likely, ...]:
    return tuple(sorted(found, key=lambda pair: (-pair.percent, pair.first, pair.second)))


def _candidates(told: list[Told]) -> Iterator[tuple[Told, Stems, Told, Stems]]:
    """Pairs worth comparing: rows of the very same stems against the first of them, others by their rarest stems."""
    same: dict[Stems, list[Told]] = defaultdict(list)
    for row in told:
        same[words_of(row.title)].append(row)
    same.pop(frozenset(), None)
    for stems, rows in same.items():
        for other in rows[1:]:
            yield rows[0], stems, other, stems
    yield from _by_rare_stems({stems: rows[0] for stems, rows in same.items()})


def _by_rare_stems(first: dict[Stems, Told]) -> Iterator[tuple[Told, Stems, Told, Stems]]:
    often = Counter(stem for stems in first for stem in stems)
    carried: dict[str, list[Stems]] = defaultdict(list)
    for stems, row in first.items():
        rare = sorted(stems, key=lambda stem: (often[stem], stem))[: max(2, ceil(len(stems) / 2))]
        for met in dict.fromkeys(known for stem in rare for known in carried[stem]):
            if 2 * len(met & stems) >= _LEAST_SHARED * (len(met) + len(stems)):
                yield first[met], met, row, stems
        for stem in rare:
            if len(carried[stem]) < MOST_PER_STEM:
                carried[stem].append(stems)
