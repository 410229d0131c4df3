"""How alike two Indonesian wordings are: plain rules of word and letter, explained and repeatable."""

import re
from collections.abc import Set as AbstractSet

_WORD = re.compile(r"[a-z]{3,}")
_JOINED = re.compile(r"kerja\W?sama")
# Words that say nothing of the matter, and those every cooperation carries in its name.
_EMPTY = frozenset(
    [
        "dan",
        "atau",
        "yang",
        "untuk",
        "dengan",
        "dari",
        "pada",
        "dalam",
        "antara",
        "oleh",
        "para",
        "bagi",
        "serta",
        "atas",
        "sebagai",
        "melalui",
        "tentang",
        "secara",
        "kerja",
        "sama",
        "perjanjian",
        "kesepakatan",
        "bersama",
        "pemerintah",
        "kabupaten",
        "kota",
        "provinsi",
        "daerah",
        "kecamatan",
        "kelurahan",
        "desa",
        "wilayah",
        "kedua",
        "tahun",
        "rangka",
        "bidang",
        "contoh",
    ]
)
_FRONT = (
    "meng",
    "meny",
    "mem",
    "men",
    "peng",
    "peny",
    "pem",
    "pen",
    "ber",
    "ter",
    "per",
    "di",
    "ke",
    "se",
    "me",
    "pe",
)
_BACK = ("kannya", "annya", "kan", "nya", "an", "i")
_SHORTEST = 4


def stem(word: str) -> str:
    """The word without one common prefix and suffix: "pengelolaan" and "mengelola" become "elola"."""
    for back in _BACK:
        if word.endswith(back) and len(word) - len(back) >= _SHORTEST:
            word = word[: -len(back)]
            break
    for front in _FRONT:
        if word.startswith(front) and len(word) - len(front) >= _SHORTEST:
            return word[len(front) :]
    return word


def is_empty(word: str) -> bool:
    """Whether a word says nothing of the matter."""
    return word in _EMPTY


def words_of(text: str) -> frozenset[str]:
    """The stems that say what a text is about."""
    return frozenset(
        stem(word) for word in _WORD.findall(_JOINED.sub(" ", text.casefold())) if word not in _EMPTY
    )


def trigrams_of(words: AbstractSet[str]) -> frozenset[str]:
    """Every run of three letters inside the words, their borders included; spelling slips cost little."""
    return frozenset(f" {word} "[at : at + 3] for word in words for at in range(len(word)))


def _shared(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """Dice's coefficient: twice what both have, over what each has."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def likeness(one: str, other: str) -> float:
    """How alike two texts are, from 0 to 1: six parts by stems, four by runs of letters."""
    return likeness_of(words_of(one), words_of(other))


def likeness_of(left: AbstractSet[str], right: AbstractSet[str]) -> float:
    """The same for texts whose stems are known already."""
    return 0.6 * _shared(left, right) + 0.4 * _shared(trigrams_of(left), trigrams_of(right))
