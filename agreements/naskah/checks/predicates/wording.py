"""Words a naskah writes in one way only."""

import re
from collections.abc import Callable, Iterator

from agreements.naskah.checks.subject import Hit, Subject, at

ONE_WORD = re.compile(r"\bkerjasama\b", re.IGNORECASE)  # bentuk-salah yang dicari
FIRST = re.compile(r"\bPIHAK PERTAMA\b")
STAMP = re.compile(r"\b(?:ber)?materai\b", re.IGNORECASE)
PATTERNS = (("spelling", ONE_WORD), ("first_party_word", FIRST), ("stamp_spelling", STAMP))


def spelled_as(subject: Subject) -> Iterator[Hit]:
    """Each passage once for each word."""
    for passage in subject.texts:
        for code, pattern in PATTERNS:
            if pattern.search(passage.text):
                yield at(passage, code)


def two_words(text: str) -> str:
    """A text with "kerja sama" in two words, its capitals kept: Perjanjian Kerja Sama, kerja sama, KERJA SAMA."""
    return ONE_WORD.sub(_parted, text)


def _parted(found: re.Match[str]) -> str:
    head, tail = found[0][:5], found[0][5:]
    before = found.string[: found.start()].split()
    named = head[0].isupper() and bool(before) and before[-1][0].isupper()
    return f"{head} {tail.capitalize() if named and tail.islower() else tail}"


def first_party(text: str) -> str:
    """A text that says PIHAK KESATU."""
    return FIRST.sub("PIHAK KESATU", text)


def meterai(text: str) -> str:
    """A text that spells meterai as the law does."""
    return STAMP.sub(
        lambda found: re.sub("(?i)(mat)e", lambda part: part[0][0] + _e(part[0]) + part[0][2:], found[0]),
        text,
    )


def _e(part: str) -> str:
    return "E" if part.isupper() else "e"


MENDS: dict[str, Callable[[str], str]] = {
    "two_words": two_words,
    "first_party": first_party,
    "meterai": meterai,
}
PREDICATES = (spelled_as,)
