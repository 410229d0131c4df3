"""A wording and the facts of a case become a letter."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from agreements.choices.teams import TeamPosition
from agreements.documents.drafts.addressees import addressee_of
from agreements.documents.drafts.contents import contents_of
from agreements.documents.drafts.facts import case_facts, recommendation_facts, text_facts
from agreements.documents.drafts.schema import Draft
from agreements.documents.drafts.tokens import filled, lines_filled
from agreements.documents.letters import Facts, Letter, Numbered, Signer, Text, letterhead_of
from agreements.documents.letters.sheet import BLANK, Block
from agreements.models import (
    Case,
    CaseDocument,
    IssuedNumber,
    Naskah,
    Party,
    Recommendation,
    Team,
    TeamMember,
)
from ksd.core import clock
from ksd.core.words import long_date
from regions.models import Official, Region


@dataclass(frozen=True)
class About:
    """What a letter is written about: its case, who writes it, the partner it concerns, the row it speaks of.

    `asked` are the fields its writer filled in; `number`, `dated` and `on` what it was issued with.
    """

    case: Case
    sender: Region
    partner: Party
    row: Any = None
    asked: Mapping[str, str] = field(default_factory=dict)
    number: str = ""
    dated: str = ""
    on: date | None = None


def compose(draft: Draft, about: About) -> Letter:
    """The letter of this region in this case; blanks where nothing is known."""
    facts = facts_of(draft, about)

    def said(text: str) -> str:
        return filled(text, facts, BLANK)

    blocks: list[Block] = [Text(row) for row in lines_filled(draft.opening, facts, BLANK)]
    if draft.facts:
        blocks.append(
            Facts(tuple((name, said(value)) for name, value in draft.facts if _meant(value, facts)))
        )
    if draft.points:
        blocks.append(Numbered(lines_filled(draft.points, facts, BLANK)))
    if draft.items:
        blocks += contents_of(about.case, draft.document)
    blocks += [Text(row) for row in lines_filled(draft.closing, facts, BLANK)]
    letter = Letter(
        head=letterhead_of(about.sender, draft.office),
        subject=said(draft.subject),
        blocks=tuple(blocks),
        form=draft.form,
        nature=said(draft.nature),
        annexes=said(draft.annexes),
        place=about.sender.capital,
        addressee=addressee_of(draft, about.case, about.sender, about.partner, facts),
        signers=_signers(draft, about),
        copies_to=tuple(said(text) for text in draft.copies if _meant(text, facts)),
    )
    number, dated = _given(draft, about)
    return replace(letter, number=number, dated=dated)


def facts_of(draft: Draft, about: About) -> dict[str, str]:
    """Everything the letter may name, in words."""
    asked = {f"isian.{code}": about.asked.get(code, "") for code, _label in draft.asks}
    facts = case_facts(about.case, sender=about.sender, partner=about.partner)
    if isinstance(about.row, Naskah):
        facts |= text_facts(about.row, about.sender, about.on)
    if isinstance(about.row, Recommendation):
        facts |= text_facts(about.row.naskah, about.sender, about.on) | recommendation_facts(about.row)
    return facts | asked


def _meant(text: str, facts: Mapping[str, str]) -> bool:
    """Whether a line is printed: one that is nothing but an empty fact (no governor stands above a province) is not."""
    return facts.get(text.strip().strip("{}"), BLANK) != ""


def _given(draft: Draft, about: About) -> tuple[str, str]:
    """Number and day: as issued now, as the row keeps them, or as entered with the signed paper and not yet used."""
    if about.number or about.dated:
        return about.number, about.dated
    if isinstance(about.row, Recommendation):
        return about.row.number, long_date(about.row.dated)
    if not draft.numbered:
        return "", long_date(clock.today())
    paper = CaseDocument.objects.current().filter(case=about.case, kind=draft.document, events=None).first()
    if draft.document and paper is not None and paper.number:
        return paper.number, long_date(paper.dated) if paper.dated else ""
    row = about.row.pk if about.row is not None else 0
    issued = IssuedNumber.objects.valid().filter(
        case=about.case, kind=draft.code, region=about.sender, row=row
    )
    last = issued.order_by("-pk").first()
    # A paper of which there are many is written anew each time.
    return (last.number, long_date(last.dated)) if last and not _many(draft, about) else ("", "")


def _many(draft: Draft, about: About) -> bool:
    return not draft.document or about.case.pack.document(draft.document).many


def _signers(draft: Draft, about: About) -> tuple[Signer, ...]:
    if draft.signer == "parties":
        return tuple(Signer(party.name) for party in about.case.acting_parties)
    # A document that is no letter bears place and day above its signature.
    above = f"{about.sender.capital or BLANK}, {BLANK}" if draft.form == "daftar" else ""
    if draft.signer == "chair":
        return (replace(_chair(about), above=above),)
    if draft.signer == "office":
        return (replace(_office_signer(about), above=above),)
    head = head_signer(about.sender)
    taker = _taker(about) if draft.signer == "kuasa" else None
    return (taker, replace(head, above="Pemberi kuasa")) if taker else (head,)


def _office_signer(about: About) -> Signer:
    """The head of the office that proposes the cooperation."""
    office = about.case.office
    if office is None:
        return Signer("Kepala Perangkat Daerah Pemrakarsa")
    head = Official.objects.in_office().filter(office=office).by_rank().first()
    return Signer(f"Kepala {office.name}", head.name) if head else Signer(f"Kepala {office.name}")


def _taker(about: About) -> Signer | None:
    """Who receives the surat kuasa of the region that writes."""
    rows = about.row.signatures.filter(party__region=about.sender) if isinstance(about.row, Naskah) else None
    own = rows.first() if rows is not None else None
    if own is None:
        return None
    return Signer(own.signer_title or BLANK, own.signer_name or BLANK, above="Penerima kuasa")


def head_signer(region: Region) -> Signer:
    """The head of a region as who signs, by today's register."""
    head = Official.objects.head_of(region, clock.today())
    if head is None:
        return Signer(title=f"{region.head_title} {region.name}")
    return Signer(title=head.title_line, name=head.name)


def _chair(about: About) -> Signer:
    """Who chairs the team on the day of the paper."""
    day = about.row.dated if isinstance(about.row, Recommendation) else clock.today()
    team = Team.objects.current(day).filter(region=about.sender).first()
    seats = team.members.serving(day) if team else TeamMember.objects.none()
    chair = seats.filter(position=TeamPosition.CHAIR).first()
    return Signer("Ketua Tim Koordinasi Kerja Sama Daerah", *([chair.name] if chair else []))
