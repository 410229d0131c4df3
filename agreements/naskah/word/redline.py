"""What was added and removed between two texts: paragraphs first, then the words of those that changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from agreements.naskah.word.tokens import paired

WORD = re.compile(r"\S+\s*")
SAME, ADDED, REMOVED, CHANGED = "sama", "tambah", "hapus", "ubah"
# Longer texts are shown whole, old and new: nobody reads so many words one by one.
MOST_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class Span:
    """Words that stayed, came or went."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of the redline: whether it stayed, came, went or changed, and its words."""

    what: str
    spans: tuple[Span, ...]


def redline(old: Sequence[str], new: Sequence[str]) -> tuple[Row, ...]:
    """Every paragraph of both texts once, in reading order."""
    return tuple(_rows(list(old), list(new)))


def _rows(old: list[str], new: list[str]) -> Iterator[Row]:
    done = 0
    for text, at in zip(new, paired(old, new), strict=True):
        if at is None:
            yield Row(ADDED, (Span(ADDED, text),))
            continue
        for gone in old[done:at]:
            yield Row(REMOVED, (Span(REMOVED, gone),))
        done = at + 1
        yield Row(SAME, (Span(SAME, text),)) if old[at] == text else Row(CHANGED, words(old[at], text))
    for gone in old[done:]:
        yield Row(REMOVED, (Span(REMOVED, gone),))


def words(old: str, new: str) -> tuple[Span, ...]:
    """The words of a changed paragraph."""
    left, right = WORD.findall(old), WORD.findall(new)
    if max(len(left), len(right)) > MOST_WORDS:
        return Span(REMOVED, old), Span(ADDED, new)
    spans: list[Span] = []
    for what, a, b, c, d in SequenceMatcher(None, left, right).get_opcodes():
        if what == "equal":
            spans.append(Span(SAME, "".join(right[c:d])))
            continue
        spans += [
            Span(kind, text)
            for kind, text in ((REMOVED, "".join(left[a:b])), (ADDED, "".join(right[c:d])))
            if text
        ]
    return tuple(spans)
