"""The closing: how many originals, with stamp duty; and the place of signing."""

import re
from collections.abc import Iterator

from agreements.naskah.checks.paper import originals_of
from agreements.naskah.checks.subject import Hit, Subject, at

STAMPED = re.compile(r"mete?rai|materai", re.I)
OLD_VALUE = re.compile(r"\b(?:meterai|materai)\b.{0,60}?\bRp\.?\s?(?P<value>\d{1,3}(?:\.\d{3})*)", re.I)
VALUE = "10.000"


def originals(subject: Subject) -> Iterator[Hit]:
    """As many originals as parties at least."""
    parties, paper = len(subject.facts.parties), subject.paper
    if paper is not None and paper.closing and originals_of(paper) is None:
        yield Hit("originals_missing", "Penutup")
    elif 0 < subject.facts.originals < parties and not subject.rule.amends:
        values = {"told": str(subject.facts.originals), "parties": str(parties)}
        yield Hit("originals_few", "Penutup", values=values)


def stamp(subject: Subject) -> Iterator[Hit]:
    """The closing of a file, or one somebody worded, speaks of stamp duty, of the value in force."""
    for passage in subject.texts:
        found = OLD_VALUE.search(passage.text)
        if found and found["value"] != VALUE:
            yield at(passage, "stamp_value", value=found["value"])
    if not subject.closing or not subject.rule.emblems_article:
        return
    if not any(STAMPED.search(text) for text in subject.closing):
        yield Hit("stamp_missing", "Penutup")


def place(subject: Subject) -> Iterator[Hit]:
    """Where it is signed."""
    if subject.facts.place_asked and not subject.facts.place.strip():
        yield Hit("place", "Judul dan jangka waktu")


PREDICATES = (originals, stamp, place)
