"""Numbers and cross references by the machine: {pasal:objek:1:b} becomes Pasal 2 ayat (1) huruf b."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agreements.naskah.structure import Body, Pasal
from ksd.core.words import roman, small_letters

REFERENCE = re.compile(r"\{(pasal|lampiran):([a-z0-9_]+)(?::([0-9]+))?(?::([a-z]))?\}")
MISSING = "Pasal …"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands, in words a reader can find ("Pasal 2 ayat (1) huruf b"), and the key of its part."""

    label: str
    clause: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the body with its place."""

    place: Place
    text: str


def letter(index: int) -> str:
    """The letter of a huruf, counted from 0."""
    return small_letters(index + 1)


class Numbering:
    """The numbers of one body, and the references that point into it."""

    def __init__(self, body: Body) -> None:
        self._annexes = len(body.annexes)
        self._pasal: dict[str, tuple[int, Pasal]] = {}
        for number, pasal in enumerate(body.pasal, start=1):
            self._pasal.setdefault(pasal.clause, (number, pasal))

    def resolve(self, text: str, *, within: str = "") -> str:
        """Text with references in words; inside the same pasal "ayat (1)" is enough."""
        return REFERENCE.sub(lambda found: self._words(found, within) or MISSING, text)

    def unresolved(self, text: str) -> tuple[str, ...]:
        """References of the text that point at nothing."""
        return tuple(found.group(0) for found in REFERENCE.finditer(text) if self._words(found, "") is None)

    def _words(self, found: re.Match[str], within: str) -> str | None:
        kind, target, ayat, huruf = found.groups()
        if kind == "lampiran":
            return self._annex_words(target, ayat)
        if target not in self._pasal:
            return None
        number, pasal = self._pasal[target]
        tail = _tail(pasal, ayat, huruf)
        if tail is None:
            return None
        if target == within:
            return tail or "Pasal ini"
        return f"Pasal {number} {tail}".rstrip()

    def _annex_words(self, target: str, ayat: str | None) -> str | None:
        if ayat is not None or not target.isdecimal() or not 1 <= int(target) <= self._annexes:
            return None
        return "Lampiran" if self._annexes == 1 else f"Lampiran {roman(int(target))}"


def _tail(pasal: Pasal, ayat: str | None, huruf: str | None) -> str | None:
    """The words after "Pasal n"; None when there is no such ayat or huruf."""
    if ayat is None:
        return ""
    index = int(ayat) - 1
    if not 0 <= index < len(pasal.ayat):
        return None
    words = f"ayat ({ayat})" if len(pasal.ayat) > 1 else ""
    if huruf is None:
        return words
    if ord(huruf) - ord("a") >= len(pasal.ayat[index].huruf):
        return None
    return f"{words} huruf {huruf}".strip()


def resolve(body: Body, text: str, *, within: str = "") -> str:
    """Text of this body with its references in words."""
    return Numbering(body).resolve(text, within=within)


def passages(body: Body) -> Iterator[Passage]:
    """Every text of the body in reading order, each with its place."""
    for number, text in enumerate(body.recitals, start=1):
        yield Passage(Place(f"Konsiderans angka {number}", anchor="konsiderans"), text)
    for number, text in enumerate(body.bases, start=1):
        yield Passage(Place(f"Dasar hukum angka {number}", anchor="dasar-hukum"), text)
    for number, pasal in enumerate(body.pasal, start=1):
        yield from _pasal_passages(number, pasal)
    for number, annex in enumerate(body.annexes, start=1):
        label = "Lampiran" if len(body.annexes) == 1 else f"Lampiran {roman(number)}"
        here = Place(label, anchor=f"lampiran-{number}")
        yield Passage(here, annex.title)
        for text in annex.paragraphs:
            yield Passage(here, text)
        for row, cells in enumerate(annex.table, start=1):
            for text in cells:
                yield Passage(Place(f"{label}, baris tabel {row}", anchor=here.anchor), text)


def _pasal_passages(number: int, pasal: Pasal) -> Iterator[Passage]:
    head, anchor = f"Pasal {number}", f"pasal-{pasal.clause}"
    yield Passage(Place(head, pasal.clause, anchor), pasal.title)
    for index, ayat in enumerate(pasal.ayat, start=1):
        label = f"{head} ayat ({index})" if len(pasal.ayat) > 1 else head
        yield Passage(Place(label, pasal.clause, anchor), ayat.text)
        for position, text in enumerate(ayat.huruf):
            yield Passage(Place(f"{label} huruf {letter(position)}", pasal.clause, anchor), text)
