"""The term: given where the law limits it, not longer than it allows, within its dates and its Kesepakatan Bersama."""

import re
from collections.abc import Iterator
from datetime import date

from agreements.naskah.checks.subject import Hit, Subject, at
from agreements.naskah.facts import NaskahFacts
from ksd.core.words import long_date

PLACE = "Jangka waktu"
CLAUSES = ("jangka_waktu", "masa_berlaku")
YEARS = re.compile(r"\b(?P<figure>\d{1,3})\s*(?:\([a-z ]{3,40}\)\s*)?tahun\b", re.I)
BESIDE = re.compile(r"\b(?:perpanjang|sebelum|paling\s+lambat|setiap|dalam)", re.I)


def length(subject: Subject) -> Iterator[Hit]:
    """A term where the law limits it, and none longer."""
    facts, most = subject.facts, subject.rule.max_years
    if not most:
        return
    if not facts.years and facts.ends_on is None:
        yield Hit("term_missing", PLACE, _anchor(subject), values={"max": str(most)})
    if _beyond(facts, most):
        yield Hit(
            "term_too_long", PLACE, _anchor(subject), values={"label": subject.rule.label, "max": str(most)}
        )


def written(subject: Subject) -> Iterator[Hit]:
    """The years a Pasal on the term writes out, against the limit and against the data of the text."""
    if subject.paper:
        return
    for passage in subject.within(*CLAUSES):
        found = YEARS.search(passage.text)
        if not found or BESIDE.search(passage.text[: found.start()]):
            continue
        told, most = int(found["figure"]), subject.rule.max_years
        if most and told > most:
            hit = at(passage, "term_too_long", label=subject.rule.label, max=str(most))
            yield hit
        elif subject.facts.years and told != subject.facts.years:
            yield at(passage, "term_differs", told=str(told), years=str(subject.facts.years))


def _anchor(subject: Subject) -> str:
    return next((f"pasal-{row.clause}" for row in subject.body.pasal if row.clause in CLAUSES), "")


def _beyond(facts: NaskahFacts, most: int) -> bool:
    if facts.years and facts.years > most:
        return True
    start, end = facts.starts_on or (facts.signed_on if facts.years is None else None), facts.ends_on
    if start is None or end is None:
        return False
    return (end.year, end.month, end.day) > (start.year + most, start.month, start.day)


def days(subject: Subject) -> Iterator[Hit]:
    """Days in their order, and within the Kesepakatan Bersama."""
    facts, parent = subject.facts, subject.facts.parent
    if facts.starts_on and facts.ends_on and facts.ends_on < facts.starts_on:
        yield Hit("dates_reversed", PLACE, _anchor(subject))
    if not subject.rule.parent or parent is None:
        return
    if parent.signed_on and facts.signed_on and facts.signed_on < parent.signed_on:
        yield Hit("before_parent", "Tanggal", "konsiderans")
    end = facts.ends_on or facts.planned_end or _planned(subject)
    if parent.ends_on and end and end > parent.ends_on:
        values = {"parent": parent.name or "Kesepakatan Bersama", "day": long_date(parent.ends_on)}
        yield Hit("beyond_parent", PLACE, _anchor(subject), values=values)


def _planned(subject: Subject) -> date | None:
    """The last day of a file: so many years from its day."""
    day, years = subject.facts.signed_on, subject.facts.years
    if subject.paper is None or day is None or years is None:
        return None
    last_of_february = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + years, day=28 if last_of_february else day.day)


PREDICATES = (length, written, days)
