"""References inside the text that point at no Pasal, ayat or huruf."""

import re
from collections.abc import Iterator

from agreements.naskah.checks.subject import Hit, Subject, at
from agreements.naskah.structure import Pasal

LITERAL = re.compile(
    r"\b(?:Pasal\s+(?P<pasal>\d{1,3})\b(?P<letter>[A-Z]?)(?:\s+ayat\s+\((?P<ayat>\d{1,3})\))?|ayat\s+\((?P<own>\d{1,3})\))"
    r"(?:\s+huruf\s+(?P<huruf>[a-z])\b)?"
)
# What follows a reference to another paper: "Pasal 9 ayat (3) Permendagri …", "Pasal 4 Kesepakatan Bersama".
ELSEWHERE = re.compile(
    r"(?:[\s,]|dan|atau|sampai|dengan|serta|ayat|huruf|angka|Pasal|\(\d+\)|\d|[a-z]\b)*"
    r"(?:Undang|UU|Peraturan|PP\b|Perm|Perpres|Perda|Pergub|Perbup|Perwali|Keputusan|Kitab|KUH|Kesepakatan|Nota|Perjanjian"
    r"|Anggaran|Addendum|Adendum|Naskah|Konvensi|Kontrak|Lampiran|Surat)"
)
ITSELF = re.compile(
    r"\s*(?:Kesepakatan Bersama|Perjanjian Kerja Sama|Perjanjian|Nota Kesepakatan|Naskah Kerja Sama|Kontrak|Addendum|Adendum) ini\b"
)
WINDOW = 120


def tokens(subject: Subject) -> Iterator[Hit]:
    """References by token."""
    for passage in subject.passages:
        for mark in subject.numbering.unresolved(passage.text):
            yield at(passage, "reference_unresolved", mark=mark)


def literal(subject: Subject) -> Iterator[Hit]:
    """References in words, inside the Pasal of a text that stands by itself."""
    if subject.rule.amends:
        return
    rows = {pasal.clause: pasal for pasal in subject.body.pasal}
    for passage in subject.passages:
        own = rows.get(passage.place.clause)
        if own is None:
            continue
        for found in LITERAL.finditer(passage.text):
            if (
                not found["letter"]
                and not _elsewhere(passage.text, found.end())
                and _dangling(subject, own, found)
            ):
                yield at(passage, "reference_missing", mark=found.group(0))


def _elsewhere(text: str, end: int) -> bool:
    after = text[end : end + WINDOW]
    found = ELSEWHERE.match(after)
    if not found:
        return False
    start = after[: found.end()].rfind(" ")
    return not ITSELF.match(after[start if start >= 0 else 0 :])


def _dangling(subject: Subject, own: Pasal, found: re.Match[str]) -> bool:
    pasal = own
    if found["pasal"]:
        number = int(found["pasal"])
        if not 1 <= number <= len(subject.body.pasal):
            return True
        pasal = subject.body.pasal[number - 1]
    ayat = int(found["ayat"] or found["own"] or 0)
    if ayat > max(len(pasal.ayat), 1):
        return True
    if not found["huruf"]:
        return False
    rows = [pasal.ayat[ayat - 1]] if ayat and pasal.ayat else pasal.ayat
    return all(ord(found["huruf"]) - ord("a") >= len(row.huruf) for row in rows)


PREDICATES = (tokens, literal)
