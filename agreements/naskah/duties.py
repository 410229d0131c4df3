"""Rights and obligations as the text words them: who, what, and where it stands."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from agreements.naskah.facts import party_label
from agreements.naskah.library import ENDING
from agreements.naskah.numbering import Numbering, letter
from agreements.naskah.placeholders import fill
from agreements.naskah.structure import Ayat, Body, Pasal

VERB = re.compile(
    r"\b(?P<right>berhak|hak)\b|\b(?:berkewajiban|kewajiban|wajib|bertugas|bertanggung jawab)\b", re.I
)
ALL_PARTIES = re.compile(r"\b(?:para|masing-masing|setiap|kedua belah) pihak\b", re.I)
# Where "Hak PIHAK KESATU meliputi:" names its party after the verb.
NEAR = 60


@dataclass(frozen=True, slots=True)
class WrittenDuty:
    """One right or duty; `parties` are numbers in the order of the naskah, from 1."""

    parties: tuple[int, ...]
    is_right: bool
    wording: str
    place: str


def written_duties(
    body: Body, clauses: Collection[str], values: Mapping[str, str], parties: int
) -> list[WrittenDuty]:
    """What the named clauses of a text give to each party, in reading order."""
    numbering = Numbering(body)
    return [
        duty
        for number, pasal in enumerate(body.pasal, start=1)
        if pasal.clause in clauses
        for duty in _of_pasal(number, pasal, numbering, values, parties)
    ]


def _of_pasal(
    number: int, pasal: Pasal, numbering: Numbering, values: Mapping[str, str], parties: int
) -> Iterator[WrittenDuty]:
    def words(text: str) -> str:
        return fill(numbering.resolve(text), values)

    for index, ayat in enumerate(pasal.ayat, start=1):
        head = words(ayat.text)
        found = VERB.search(head)
        whom = _parties(head, found.start(), parties) if found else ()
        if found is None or not whom:
            continue
        place = f"Pasal {number} ayat ({index})" if len(pasal.ayat) > 1 else f"Pasal {number}"
        for mark, text in _items(ayat, words):
            yield WrittenDuty(whom, bool(found["right"]), _sentence(text), f"{place}{mark}")


def _items(ayat: Ayat, words: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    if not ayat.huruf:
        yield "", words(ayat.text)
    for position, text in enumerate(ayat.huruf):
        yield f" huruf {letter(position)}", words(text)


def _parties(head: str, verb: int, parties: int) -> tuple[int, ...]:
    """Whom the sentence names before its verb, else right after it; all for "PARA PIHAK"."""
    for part in (head[:verb], head[verb : verb + NEAR]):
        if ALL_PARTIES.search(part):
            return tuple(range(1, parties + 1))
        named = tuple(n for n in range(1, parties + 1) if _names(part, n))
        if named:
            return named
    return ()


def _names(text: str, number: int) -> bool:
    """Whether the party is named; PIHAK KEDUA is not PIHAK KEDUA BELAS."""
    return bool(re.search(rf"\b{party_label(number)}\b(?! (?:BELAS|PULUH))", text))


def _sentence(text: str) -> str:
    bare = ENDING.sub("", " ".join(text.split())).rstrip(" ;,.")
    return bare[:1].upper() + bare[1:]
