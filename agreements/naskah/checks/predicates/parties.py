"""Who stands first, what each party is called, on which side its emblem and its signature stand."""

import re
from collections.abc import Iterator

from agreements.naskah.checks.paper import parties_of
from agreements.naskah.checks.subject import Hit, Subject
from agreements.naskah.facts import party_label

STATE = re.compile(r"garuda|lambang\s+negara", re.I)
SIDES = re.compile(r"\bPIHAK\s+(KESATU|PERTAMA|KEDUA)\b")


def order(subject: Subject) -> Iterator[Hit]:
    """A ministry is PIHAK KESATU of a Nota Kesepakatan, a region of a text with a third party."""
    rows = subject.facts.parties
    if len(rows) < 2 or not any(row.third_party for row in rows):
        return
    first = subject.rule.first_party
    if first == "institution" and not rows[0].third_party:
        yield Hit("institution_second", "Para pihak", values={"name": rows[0].name})
    if first == "region" and rows[0].third_party and subject.rule.emblems_article:
        yield Hit("region_second", "Para pihak", values={"name": rows[0].name})


def called(subject: Subject) -> Iterator[Hit]:
    """Each party of a file is introduced under its own label, in order."""
    if subject.paper is None:
        return
    told = [row.label.replace("PERTAMA", "KESATU") for row in parties_of(subject.paper)]
    if len(told) < 2:
        yield Hit("parties_missing", "Pembukaan")
    elif told != [party_label(number) for number in range(1, len(told) + 1)]:
        yield Hit("party_labels", "Pembukaan", values={"told": ", ".join(told)})


def emblems(subject: Subject) -> Iterator[Hit]:
    """Emblems of a file where the format places them; for a running text, whose emblem the layout asks for."""
    if not subject.rule.emblems_article:
        return
    if subject.paper is None:
        asked = {"third_party_left": any(row.third_party for row in subject.facts.parties)}
        if not asked.get(subject.rule.emblems, True):
            yield Hit("emblem_sides", "Lambang", values={"right": SIDE_WORDS[subject.rule.emblems]})
        return
    shown = subject.paper.emblems
    if shown and not _placed(subject, shown):
        yield Hit("emblem_sides", "Lambang", values={"right": SIDE_WORDS[subject.rule.emblems]})


SIDE_WORDS = {
    "state_center": "Lambang Negara (Garuda) di tengah",
    "initiator_right": "lambang daerah pemrakarsa di kanan dan lambang daerah mitra di kiri",
    "third_party_left": "logo pihak ketiga di kiri dan lambang daerah di kanan",
}


def _placed(subject: Subject, shown: tuple[str, ...]) -> bool:
    if subject.rule.emblems == "state_center":
        return len(shown) == 1 and bool(STATE.search(shown[0]))
    if any(STATE.search(name) for name in shown) or len(shown) < 2:
        return False
    if subject.rule.emblems == "third_party_left":
        return shown[0].casefold().startswith("logo") and shown[-1].casefold().startswith("lambang")
    first = next((row.name for row in subject.facts.parties), "")
    area = re.sub(r"(?i)^(?:pemerintah|lambang)\s+(?:daerah\s+)?", "", first).casefold()
    return not area or area in shown[-1].casefold()


def signature(subject: Subject) -> Iterator[Hit]:
    """PIHAK KEDUA signs left, PIHAK KESATU right (Lampiran Permendagri 22/2020)."""
    if subject.paper is None or not subject.rule.emblems_article:
        return
    for text in subject.paper.closing:
        sides = SIDES.findall(text)
        if len(sides) == 2 and set(sides) != {"KEDUA"} and len(text) < 120:
            if sides[0] != "KEDUA":
                yield Hit("signature_sides", "Tanda tangan")
            return


PREDICATES = (order, called, emblems, signature)
