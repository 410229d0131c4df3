"""What was added and removed between two texts: paragraphs first, then the words of those that changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from agreements.naskah.word.tokens import paired

WORD = re.compile(r"\S+\s*")
SAME, ADDED, REMOVED, CHANGED, SKIPPED = "sama", "tambah", "hapus", "ubah", "lewat"
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
    spans: tuple[Span, ...] = ()
    skipped: int = 0


def redline(old: Sequence[str], new: Sequence[str]) -> tuple[Row, ...]:
    """Every paragraph of both texts once, in reading order."""
    return tuple(_rows(list(old), list(new)))


def with_context(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The changed paragraphs with their neighbours; how many equal ones were left out between them."""
    near = {
        at
        for changed, row in enumerate(rows)
        if row.what != SAME
        for at in (changed - 1, changed, changed + 1)
    }
    kept: list[Row] = []
    for at, row in enumerate(rows):
        if at in near:
            kept.append(row)
        elif kept and kept[-1].what == SKIPPED:
            kept[-1] = Row(SKIPPED, skipped=kept[-1].skipped + 1)
        else:
            kept.append(Row(SKIPPED, skipped=1))
    return tuple(kept)


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
