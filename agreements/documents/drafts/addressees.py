"""To whom a letter goes: a party, the region above, the DPRD, the region's own head, or whom the writer names."""

from collections.abc import Mapping

from agreements.documents.drafts.facts import head_of, province_of
from agreements.documents.drafts.schema import Draft
from agreements.documents.drafts.tokens import filled, lines_filled
from agreements.documents.letters.sheet import BLANK
from agreements.models import Case, Party
from regions.choices import Level
from regions.models import Region

PLACE = "di Tempat"


def addressee_of(
    draft: Draft, case: Case, sender: Region, partner: Party, facts: Mapping[str, str]
) -> tuple[str, ...]:
    """The lines under "Yth."; none for papers that are no letters."""
    if draft.to == "none":
        return ()
    if draft.to == "typed":
        return (*lines_filled(("{isian.kepada}",), facts, BLANK), PLACE)
    if draft.to == "named":
        return (*(filled(line, facts, BLANK) for line in draft.addressee), PLACE)
    if draft.to == "dprd":
        return (f"Pimpinan {sender.council_name}", PLACE)
    if draft.to == "head":
        return (f"{sender.head_title} {sender.name}", PLACE)
    if draft.to == "law":
        return _by_law(draft, case, sender)
    party = case.initiator if draft.to == "initiator" else partner
    if draft.to == "partner" and not case.partners:
        return (BLANK, PLACE)
    return (head_of(party) or "Pimpinan", *((party.name,) if party.region is None else ()), PLACE)


def _by_law(draft: Draft, case: Case, sender: Region) -> tuple[str, ...]:
    """Whom the pack names for a region of this level; "melalui" and what follows stand on a line of their own."""
    level = "provinsi" if sender.level == Level.PROVINSI else "kabupaten_kota"
    rule = case.pack.addressee(draft.document, level)
    if rule is None:
        return (BLANK, PLACE)
    to, _comma, _copies = rule.label.partition(", tembusan")
    first, _word, through = to.partition(" melalui ")
    lines = [_in_full(first)]
    if through:
        lines.append(f"melalui {_in_full(through)}")
    own = level == "kabupaten_kota" and to.startswith("Gubernur")
    return (*lines, *((province_of(case.initiator),) if own else ()), PLACE)


def _in_full(name: str) -> str:
    return "Menteri Dalam Negeri" if name == "Menteri" else name
