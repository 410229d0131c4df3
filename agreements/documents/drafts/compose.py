"""A wording and the facts of a case become a letter."""

from agreements.documents.drafts.facts import case_facts, head_of, province_of
from agreements.documents.drafts.loading import PLACEHOLDER
from agreements.documents.drafts.schema import Draft
from agreements.documents.letters import Facts, Letter, Numbered, Signer, Text, letterhead_of
from agreements.documents.letters.sheet import BLANK, Block
from agreements.models import Case, CaseDocument, Party
from ksd.core import clock
from ksd.core.words import long_date
from regions.choices import Level
from regions.models import Official, Region


def compose(draft: Draft, *, case: Case, sender: Region, partner: Party) -> Letter:
    """The letter of this region in this case, to the partner where it goes to one; blanks where nothing is known."""
    facts = case_facts(case, sender=sender, partner=partner)

    def said(text: str) -> str:
        return PLACEHOLDER.sub(lambda found: facts.get(found[1], BLANK), text)

    blocks: list[Block] = [Text(said(text)) for text in draft.opening]
    if draft.facts:
        blocks.append(Facts(tuple((name, said(value)) for name, value in draft.facts)))
    if draft.points:
        blocks.append(Numbered(tuple(said(text) for text in draft.points)))
    blocks += [Text(said(text)) for text in draft.closing]
    number, dated = _kept(case, draft.document)
    return Letter(
        head=letterhead_of(sender),
        subject=said(draft.subject),
        blocks=tuple(blocks),
        number=number,
        dated=dated,
        nature=draft.nature,
        annexes=draft.annexes,
        place=sender.capital,
        addressee=_addressee(draft, case, sender, partner),
        signers=(_signer(sender),),
        copies_to=tuple(said(text) for text in draft.copies),
    )


def _kept(case: Case, document: str) -> tuple[str, str]:
    """Number and day, when the letter was entered already and not yet used by an act."""
    paper = CaseDocument.objects.current().filter(case=case, kind=document, events=None).first()
    if paper is None:
        return "", ""
    return paper.number, long_date(paper.dated) if paper.dated else ""


def _addressee(draft: Draft, case: Case, sender: Region, partner: Party) -> tuple[str, ...]:
    if draft.to == "dprd":
        return (f"Pimpinan {sender.council_name}", "di Tempat")
    if draft.to == "law":
        level = "provinsi" if sender.level == Level.PROVINSI else "kabupaten_kota"
        rule = case.pack.addressee(draft.document, level)
        if rule is None:
            return (BLANK, "di Tempat")
        own = level == "kabupaten_kota" and rule.label.startswith("Gubernur")
        return (rule.label, *((province_of(case.initiator),) if own else ()), "di Tempat")
    party = case.initiator if draft.to == "initiator" else partner
    return (head_of(party), *((party.name,) if party.region is None else ()), "di Tempat")


def _signer(region: Region) -> Signer:
    head = Official.objects.head_of(region, clock.today())
    if head is None:
        return Signer(title=f"{region.head_title} {region.name}")
    return Signer(title=head.title_line, name=head.name)
