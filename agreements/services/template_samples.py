"""What a wording is previewed on: a case the writer may see, else an example with every fact filled in."""

from agreements.documents.drafts import About, Draft, compose, known_names
from agreements.documents.drafts.compose import head_signer
from agreements.documents.drafts.tokens import filled, lines_filled
from agreements.documents.letters import Facts, Letter, Numbered, Text, letterhead_of
from agreements.documents.letters.sheet import BLANK, Block
from agreements.models import Case
from agreements.services.prepared import first_partner
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.words import long_date
from regions.models import Region

MOST_CASES = 30


def sample_cases(user: User, draft: Draft) -> list[Case]:
    """Cases of this letter's kinds the person may see, the newest first."""
    if draft.of != "case":
        return []
    found = Case.objects.visible_to(user).filter(pack_code__in=draft.packs)
    if draft.kinds:
        found = found.filter(kind__in=draft.kinds)
    return list(found.order_by("-pk")[:MOST_CASES])


def sample_of(draft: Draft, region: Region, case: Case | None) -> Letter:
    """The letter as this region would print it."""
    if case is not None and draft.of == "case" and case.pack.code in draft.packs:
        return compose(draft, About(case=case, sender=region, partner=first_partner(case)))
    return _example(draft, region)


def _example(draft: Draft, region: Region) -> Letter:
    """Every fact stands as ‹what it means›, so that a writer sees where it goes."""
    facts = {name: f"‹{meaning}›" for name, meaning in known_names(draft).items()}

    def said(text: str) -> str:
        return filled(text, facts, BLANK)

    blocks: list[Block] = [Text(row) for row in lines_filled(draft.opening, facts, BLANK)]
    if draft.facts:
        blocks.append(Facts(tuple((name, said(value)) for name, value in draft.facts)))
    if draft.points:
        blocks.append(Numbered(lines_filled(draft.points, facts, BLANK)))
    if draft.items:
        blocks.append(Text("‹isi dokumen, butir demi butir›"))
    blocks += [Text(row) for row in lines_filled(draft.closing, facts, BLANK)]
    return Letter(
        head=letterhead_of(region, draft.office),
        subject=said(draft.subject),
        blocks=tuple(blocks),
        form=draft.form,
        number="‹nomor›" if draft.numbered else "",
        nature=said(draft.nature),
        annexes=said(draft.annexes),
        place=region.capital,
        dated=long_date(clock.today()),
        addressee=("‹tujuan surat›", "di Tempat") if draft.to != "none" else (),
        signers=(head_signer(region),),
        copies_to=tuple(said(text) for text in draft.copies),
        note="Contoh",
    )
