"""The first text of a new naskah: library clauses in the order the law gives them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

from agreements.naskah.facts import NaskahFacts
from agreements.naskah.library import ClauseText, Frame, joining_word, punctuate
from agreements.naskah.rules import NaskahRule
from agreements.naskah.structure import Ayat, Body, Pasal

EACH_PARTY = re.compile(r"\{pihak\.([a-z.]+)\}")


def starting_body(
    rule: NaskahRule,
    clauses: Sequence[ClauseText],
    facts: NaskahFacts,
    frame: Frame,
    *,
    optional: Collection[str] | None = None,
) -> Body:
    """Recitals, bases, every required clause in order, then the optional ones (the starters unless named)."""
    parties = len(facts.parties)
    recitals = tuple(row.text for row in frame.recitals if not row.kinds or facts.kind in row.kinds)
    return Body(
        recitals=punctuate(recitals),
        bases=punctuate(frame.bases),
        pasal=tuple(_pasal(clause, parties) for clause in _chosen(rule, clauses, optional)),
    )


def _chosen(
    rule: NaskahRule, clauses: Sequence[ClauseText], optional: Collection[str] | None
) -> tuple[ClauseText, ...]:
    texts = {clause.code: clause for clause in clauses}
    needed = [need.code for need in rule.clauses if need.required]
    required = tuple(
        texts.get(need.code, ClauseText(need.code, need.label.upper(), ()))
        for need in rule.clauses
        if need.required
    )
    extra = tuple(
        clause
        for clause in clauses
        if clause.code not in needed and (clause.starter if optional is None else clause.code in optional)
    )
    return required + extra


def _pasal(clause: ClauseText, parties: int) -> Pasal:
    return Pasal(clause.code, clause.title, each_party(clause.ayat, parties))


def each_party(ayat: tuple[Ayat, ...], parties: int) -> tuple[Ayat, ...]:
    """Ayat with {pihak.…} written out for each party; neighbours that name it repeat together."""
    result: list[Ayat] = []
    for repeated, group in groupby(ayat, key=lambda row: bool(EACH_PARTY.search(row.text))):
        rows = tuple(group)
        if not repeated:
            result.extend(_each_huruf(row, parties) for row in rows)
            continue
        for number in range(1, parties + 1):
            result.extend(_for_party(row, number) for row in rows)
    return tuple(result)


def _for_party(row: Ayat, number: int) -> Ayat:
    return Ayat(_named(row.text, number), tuple(_named(text, number) for text in row.huruf))


def _each_huruf(row: Ayat, parties: int) -> Ayat:
    if not any(EACH_PARTY.search(text) for text in row.huruf):
        return row
    items: list[str] = []
    for text in row.huruf:
        numbers = range(1, parties + 1) if EACH_PARTY.search(text) else (0,)
        items.extend(_named(text, number) for number in numbers)
    return replace(row, huruf=punctuate(tuple(items), joining_word(row.huruf)))


def _named(text: str, number: int) -> str:
    return EACH_PARTY.sub(rf"{{pihak{number}.\1}}", text)
