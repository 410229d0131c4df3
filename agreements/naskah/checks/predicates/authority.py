"""Who may sign a file, what a PKS rests on, and whether its object is a matter of the regions at all.

The signers of a running text are judged by the register of officials (`agreements.services.authority_rules`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from agreements.naskah.checks.paper import KUASA, KUASA_NUMBER, PaperParty, parties_of
from agreements.naskah.checks.rulebook import lists
from agreements.naskah.checks.subject import Hit, Subject, at
from agreements.naskah.reading.codes import plain_title
from agreements.naskah.wordnumbers import dates_in

OBJECT = ("objek", "ruang_lingkup")
FIELD = re.compile(r"\burusan\s+(?:pemerintahan\s+)?(?:di\s+)?bidang\s+(?P<field>[^{};:.]{3,120})", re.I)


def signers(subject: Subject) -> Iterator[Hit]:
    """The head of region in person, or by surat kuasa with number and date where the kind allows it."""
    if subject.paper is None:
        return
    for row in parties_of(subject.paper):
        if not row.outside and row.name:
            yield from _signer(subject, row)


def _signer(subject: Subject, row: PaperParty) -> Iterator[Hit]:
    place, values = f"Penanda tangan {row.label}", {"party": row.name, "text": subject.rule.label}
    kuasa = bool(KUASA.search(row.text))
    if subject.rule.signer == "kepala_daerah" and kuasa:
        yield Hit("authority_not_delegable", place, values=values)
    elif subject.rule.signer == "kepala_daerah" and not row.is_head:
        yield Hit("authority_not_head", place, values=values)
    elif subject.rule.signer == "kuasa" and not row.is_head and not _complete(row.text):
        yield Hit("authority_kuasa_missing", place, values=values)


def _complete(text: str) -> bool:
    found = KUASA_NUMBER.search(text)
    return bool(found and any(sign.isdigit() for sign in found["number"]) and dates_in(text))


def rests(subject: Subject) -> Iterator[Hit]:
    """A text that follows another one names it."""
    if not subject.rule.parent:
        return
    if subject.facts.parent is None:
        yield Hit("parent_missing", "Konsiderans", "konsiderans")
        return
    words = " ".join(subject.body.recitals).casefold()
    if (
        subject.paper is None
        and "kesepakatan bersama" not in words
        and "{kb." not in words
        and "{induk" not in words
    ):
        yield Hit("parent_not_cited", "Konsiderans", "konsiderans")


def object_of(subject: Subject) -> Iterator[Hit]:
    """The object is one of the thirty-two matters both regions may run."""
    for passage in subject.within(*OBJECT):
        for found in FIELD.finditer(passage.text):
            field = plain_title(found["field"])
            if not field.startswith(matters()):
                yield at(passage, "object_outside", field=_short(found["field"]))


@lru_cache
def matters() -> tuple[str, ...]:
    """The concurrent matters of government, as plain words."""
    return tuple(plain_title(name) for name in lists()["urusan"])


def _short(field: str) -> str:
    return re.split(r",| yang | berupa | di | pada | untuk ", field.strip())[0].strip()


PREDICATES = (signers, rests, object_of)
