"""The urusan somebody typed by hand: the one that is meant, or the nearest ones to choose from."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from ksd.core.likeness import trigrams_of
from ksd.mapping.law.urusan_words import words_by_code
from regions.models import Urusan

# Below this nothing of the typed word is recognisable.
NEAR = 0.38
# A piece of a long name ("pencatatan sipil") speaks for it, a little less than the whole.
PIECE = 0.9
LONGEST = 200
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_LEAD = re.compile(r"^(?:\d+ )?(?:(?:urusan|pemerintahan|bidang|dinas|badan) )+")


def _plain(text: str) -> str:
    """Small letters and single blanks, without what introduces the name of an urusan."""
    plain = _NOT_A_WORD.sub(" ", text[:LONGEST].casefold()).strip()
    return _LEAD.sub("", plain)


@lru_cache(maxsize=4096)
def _runs(plain: str) -> frozenset[str]:
    return trigrams_of(frozenset(plain.split()))


def _names(row: Urusan) -> list[str]:
    """What an urusan is called: its name, its code, and how offices say it."""
    return [_plain(name) for name in (row.name, row.code, *words_by_code().get(row.code, ()))]


def _likeness(typed: str, name: str) -> float:
    """How much of two plain names is the same, from 0 to 1."""
    left, right = _runs(typed), _runs(name)
    both = len(left & right)
    if not both:
        return 0.0
    whole = 2 * both / (len(left) + len(right))
    return max(whole, PIECE * both / len(left)) if len(typed) >= 5 else whole


def urusan_named(text: str, rows: Iterable[Urusan] | None = None) -> Urusan | None:
    """The urusan of this name, code or everyday word, however it is written large or small."""
    typed = _plain(text)
    known = Urusan.objects.all() if rows is None else rows
    return next((row for row in known if typed and typed in _names(row)), None)


def suggest_urusan(text: str, rows: Iterable[Urusan] | None = None, *, most: int = 3) -> list[Urusan]:
    """The urusan a misspelt word may mean, the nearest first; the one that is named stands alone.

    Whoever asks for many words gives the `rows` read once.
    """
    known = list(Urusan.objects.all() if rows is None else rows)
    exact = urusan_named(text, known)
    if exact is not None:
        return [exact]
    typed = _plain(text)
    scored = [(max(_likeness(typed, name) for name in _names(row)), row) for row in known] if typed else []
    near = [(score, row) for score, row in scored if score >= NEAR]
    best = max((score for score, _row in near), default=0.0)
    # What is far behind the best is no help.
    kept = [(score + 2 * _in_order(typed, row), row) for score, row in near if score >= 0.6 * best]
    kept.sort(key=lambda pair: (-pair[0], pair[1].order, pair[1].code))
    return [row for _score, row in kept[:most]]


def _in_order(typed: str, row: Urusan) -> float:
    """How far the letters follow each other as in a name of the urusan: two letters exchanged are a small slip."""
    return max(SequenceMatcher(None, typed, name, autojunk=False).ratio() for name in _names(row))
