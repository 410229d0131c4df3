"""Indonesian wording as weighted terms: the same matter in other words becomes the same term, always the same way."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ksd.core.likeness import is_empty, stem
from ksd.mapping.matching.rows import Row

_WORD = re.compile(r"[a-z0-9]{2,}")
_DATA: dict[str, Any] = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
# Title and what is measured say what the matter is, the description what surrounds it; weak words hardly anything.
TITLE, MEASURED, TOLD, WEAK = 1.0, 1.0, 0.35, 0.2
_LONGEST_TOLD = 600  # characters of a description that are read


def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By first word: the words that follow and the term they stand for, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group in _DATA["same"]:
        for phrase in group:
            words = tuple(_WORD.findall(phrase))
            found.setdefault(words[0], []).append((words, group[0]))
    return {first: sorted(rows, key=lambda row: (-len(row[0]), row)) for first, rows in found.items()}


_PHRASES = _phrases()
_TERMS = frozenset(group[0] for group in _DATA["same"])
_FIXED = frozenset(_DATA["weak"])


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return "" if len(word) < 3 or is_empty(word) or word.isdigit() else stem(word)


_WEAK = frozenset(_stem(word) for word in _FIXED) - {""}


def terms_in(text: str) -> Iterator[tuple[str, str]]:
    """Each term of a text with the words it was written in, in the order of the text."""
    words = _WORD.findall(text.casefold())
    at = 0
    while at < len(words):
        for phrase, term in _PHRASES.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                yield term, " ".join(phrase)
                at += len(phrase)
                break
        else:
            word = words[at]
            at += 1
            if term := _stem(word):
                yield term, word


def is_weak(term: str) -> bool:
    """Whether a term says that there is something, how much or where, but not what."""
    return term in _WEAK and term not in _TERMS


@dataclass(frozen=True, slots=True)
class Told:
    """A row's wording, read once: weight of each term, the words it was written in, and those of title and measure."""

    weights: Mapping[str, float]
    written: Mapping[str, str]
    named: frozenset[str]

    @property
    def is_bound(self) -> bool:
        """Whether the matter can only be served from next door, by what title or measure name."""
        return any(bound <= self.named for bound in _BOUND)


def told_by(row: Row) -> Told:
    """What a row is about: each term with the weight of the best place it stands in."""
    weights: dict[str, float] = {}
    written: dict[str, str] = {}
    named: set[str] = set()
    places = ((row.title, TITLE), (row.figure_name, MEASURED), (row.description[:_LONGEST_TOLD], TOLD))
    for text, place in places:
        for term, word in terms_in(text):
            written.setdefault(term, word)
            value = place * WEAK if is_weak(term) else place
            if value > weights.get(term, 0.0):
                weights[term] = value
            if place != TOLD:
                named.add(term)
    return Told(weights, written, frozenset(named))


def shared_words(one: Told, other: Told, most: int = 6) -> list[tuple[str, str]]:
    """The strong terms both rows hold, each as the one and as the other wrote it."""
    both = one.written.keys() & other.written.keys()
    words = [
        (one.written[term], other.written[term]) for term in one.written if term in both and not is_weak(term)
    ]
    return words[:most]


_BOUND = tuple(frozenset(term for term, _word in terms_in(phrase)) for phrase in _DATA["bound"])
