"""The words of a paragraph that stayed, went and came."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

from agreements.naskah.aligning import anchors

Fate = Literal["kept", "removed", "added"]
Word = tuple[str, str]

# A word with the space before it; a placeholder with its braces is one word.
WORD = re.compile(r"(\s*)(\{[^{}\n]*\}|\w+|[^\w\s])")
# Of two paragraphs with a smaller share of words in common, the words are not told apart.
READABLE = 0.3
# A kept word as short as this, alone between two changes, would only make the change harder to read.
SHORT = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together and share a fate."""

    fate: Fate
    text: str


def words_of(text: str) -> frozenset[str]:
    """The words of a text, for asking how alike two texts are."""
    return frozenset(word.casefold() for _, word in WORD.findall(text))


def alike(first: frozenset[str], second: frozenset[str]) -> float:
    """Share of words two texts have in common, from 0 to 1."""
    return 2 * len(first & second) / ((len(first) + len(second)) or 1)


def word_runs(old: str, new: str) -> tuple[Run, ...]:
    """The words of two texts as runs; kept and removed ones give the old text, kept and added ones the new."""
    if old == new:
        return (Run("kept", new),) if new else ()
    if not old or not new:
        return (Run("removed", old) if old else Run("added", new),)
    left, right = _split(old), _split(new)
    pairs = _pairs([word for _, word in left], [word for _, word in right])
    if len(pairs) < READABLE * max(len(left), len(right)):
        pairs = []
    return _joined(_settled(list(_pieces(left, right, pairs))))


def _split(text: str) -> list[Word]:
    """Words with the space before each; space at the end is a word without letters."""
    words = WORD.findall(text)
    rest = text[sum(len(space) + len(word) for space, word in words) :]
    return [*words, (rest, "")] if rest else words


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Words that stayed: anchors first, and between two of them what difflib finds."""
    pairs: list[tuple[int, int]] = []
    at_old = at_new = 0
    for anchor in [*anchors(old, new), (len(old), len(new))]:
        if at_old < anchor[0] and at_new < anchor[1]:
            matcher = SequenceMatcher(None, old[at_old : anchor[0]], new[at_new : anchor[1]], autojunk=False)
            for block in matcher.get_matching_blocks():
                pairs.extend((at_old + block.a + n, at_new + block.b + n) for n in range(block.size))
        if anchor[0] < len(old):
            pairs.append(anchor)
        at_old, at_new = anchor[0] + 1, anchor[1] + 1
    return pairs


def _pieces(left: list[Word], right: list[Word], pairs: list[tuple[int, int]]) -> Iterator[Run]:
    """Every word with its fate; where only the space before a kept word changed, the space is told apart."""
    at_old = at_new = 0
    for pair_old, pair_new in [*pairs, (len(left), len(right))]:
        if at_old < pair_old:
            yield Run("removed", _text(left[at_old:pair_old]))
        if at_new < pair_new:
            yield Run("added", _text(right[at_new:pair_new]))
        if pair_old < len(left):
            (old_space, word), (new_space, _) = left[pair_old], right[pair_new]
            if old_space == new_space:
                yield Run("kept", new_space + word)
            else:
                yield from (Run("removed", old_space), Run("added", new_space), Run("kept", word))
        at_old, at_new = pair_old + 1, pair_new + 1


def _text(words: list[Word]) -> str:
    return "".join(space + word for space, word in words)


def _settled(pieces: list[Run]) -> Iterator[Run]:
    """Kept words too few to be read between two changes become part of the change."""
    groups = [(kept, list(rows)) for kept, rows in groupby(pieces, key=lambda run: run.fate == "kept")]
    for index, (kept, rows) in enumerate(groups):
        text = "".join(run.text for run in rows)
        if kept and 0 < index < len(groups) - 1 and len(text.strip()) <= SHORT:
            yield from (Run("removed", text), Run("added", text))
        else:
            yield from rows


def _joined(pieces: Iterator[Run]) -> tuple[Run, ...]:
    """Neighbours of one fate as one run; between two kept runs what went stands before what came."""
    runs: list[Run] = []
    for kept, rows in groupby(pieces, key=lambda run: run.fate == "kept"):
        group = list(rows)
        removed, added = (
            "".join(run.text for run in group if run.fate == fate) for fate in ("removed", "added")
        )
        head = removed[: len(removed) - len(removed.lstrip())]
        if not kept and head and added.startswith(head):
            # Space both begin with stayed; it belongs to the words before.
            runs = [*runs[:-1], Run("kept", runs[-1].text + head)] if runs else [Run("kept", head)]
            removed, added = removed[len(head) :], added[len(head) :]
        same = "".join(run.text for run in group) if kept else ""
        told = (Run("kept", same), Run("removed", removed), Run("added", added))
        runs.extend(run for run in told if run.text)
    return tuple(runs)
