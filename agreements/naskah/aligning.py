"""Which paragraphs of two wordings belong together: equal ones first, then those that are alike."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence

Rows = Sequence[Hashable]
Pair = tuple[int | None, int | None]
Likeness = Callable[[int, int], float]

# Paragraphs less alike than this are told as one that went and one that came.
ALIKE = 0.4
# So far from the diagonal a changed paragraph is looked for; it keeps the work in proportion to the length.
BAND = 20


def align(old: Rows, new: Rows, likeness: Likeness) -> list[Pair]:
    """Pairs in reading order: equal or alike ones together, the rest with None on the other side."""
    pairs: list[Pair] = []
    at_old = at_new = 0
    for anchor_old, anchor_new in [*anchors(old, new), (len(old), len(new))]:
        if at_old < anchor_old or at_new < anchor_new:
            pairs.extend(_stretch(range(at_old, anchor_old), range(at_new, anchor_new), likeness))
        if anchor_old < len(old):
            pairs.append((anchor_old, anchor_new))
        at_old, at_new = anchor_old + 1, anchor_new + 1
    return pairs


def anchors(old: Rows, new: Rows) -> list[tuple[int, int]]:
    """Equal rows that hold the two together: at both ends, and between them those that occur once in each."""
    head, tail = _ends(old, new)
    rows = [(step, step) for step in range(head)]
    rows += _unique(old, new, range(head, len(old) - tail), range(head, len(new) - tail))
    return rows + [(len(old) - step, len(new) - step) for step in range(tail, 0, -1)]


def _ends(old: Rows, new: Rows) -> tuple[int, int]:
    """How many rows are equal at the head, and how many at the tail behind it."""
    most, head, tail = min(len(old), len(new)), 0, 0
    while head < most and old[head] == new[head]:
        head += 1
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


def _unique(old: Rows, new: Rows, old_rows: range, new_rows: range) -> list[tuple[int, int]]:
    """Rows that occur once on each side, as many of them as keep the order."""
    if not old_rows or not new_rows:
        return []
    once = _once(new, new_rows)
    both = [(place, once[row]) for row, place in _once(old, old_rows).items() if row in once]
    return [both[index] for index in longest_rise([place for _, place in both])]


def _once(rows: Rows, places: range) -> dict[Hashable, int]:
    seen: dict[Hashable, int] = {}
    for place in places:
        seen[rows[place]] = -1 if rows[place] in seen else place
    return {row: place for row, place in seen.items() if place >= 0}


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """Indexes of the longest rising subsequence; what is left out has changed its place."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [number]
        ends[pile : pile + 1] = [index]
    chain: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def _stretch(old: range, new: range, likeness: Likeness) -> Iterator[Pair]:
    """Pairs between two anchors: the alike ones, and before each what went and what came."""
    at_old, at_new = old.start, new.start
    for pair_old, pair_new in [*_alike(old, new, likeness), (old.stop, new.stop)]:
        yield from ((row, None) for row in range(at_old, pair_old))
        yield from ((None, row) for row in range(at_new, pair_new))
        if pair_old < old.stop:
            yield pair_old, pair_new
        at_old, at_new = pair_old + 1, pair_new + 1


def _alike(old: range, new: range, likeness: Likeness) -> list[tuple[int, int]]:
    """The rising pairs that are most alike altogether, looked for near the diagonal."""
    if not old or not new:
        return []
    scores = [[0.0] * (len(new) + 1)]
    for row, place in enumerate(old):
        middle = row * len(new) // len(old)
        band = range(max(0, middle - BAND), min(len(new), middle + BAND + 1))
        above, line = scores[-1], scores[-1][:]
        for column in band:
            likely = likeness(place, new[column])
            together = above[column] + likely if likely >= ALIKE else 0.0
            line[column + 1] = max(above[column + 1], line[column], together)
        line[band.stop + 1 :] = [max(line[band.stop], above[-1])] * (len(new) - band.stop)
        scores.append(line)
    return [(old[row], new[column]) for row, column in _way_back(scores)]


def _way_back(scores: list[list[float]]) -> list[tuple[int, int]]:
    """The pairs that made the highest score."""
    pairs: list[tuple[int, int]] = []
    row, column = len(scores) - 1, len(scores[0]) - 1
    while row and column:
        score = scores[row][column]
        if score == scores[row - 1][column]:
            row -= 1
        elif score == scores[row][column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]
