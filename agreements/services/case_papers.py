"""The papers a person may prepare or print in a case: those this step needs, those of its texts, those always at hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from agreements.choices import Authority, NaskahState
from agreements.documents.dprd_letters import dprd_letter
from agreements.documents.drafts import About, Draft, all_drafts, compose, draft_for, worded_for
from agreements.documents.drafts.council import council_code
from agreements.documents.letters import Letter
from agreements.models import Case, CaseDocument, DprdTrack, Naskah, PaperTemplate, Party, Recommendation
from agreements.services.acting import Acting, acting_on, role_in, role_of
from agreements.services.acts import open_arrows
from agreements.services.documents import asked_by
from agreements.services.dprd import PERMISSION as DPRD
from agreements.services.dprd_annexes import annexes_of
from agreements.services.prepared import first_partner, own_draft, partner_for, sender_for
from ksd.accounts.access import acting_region_ids
from ksd.accounts.models import User
from ksd.core.words import long_date
from regions.models import Region

OFFER = "agreements.offer"


@dataclass(frozen=True)
class CasePaper:
    """One paper: its wording, who writes it to whom, the row it speaks of.

    `acting` is None for one this person may print but not issue; `now` says that an act of this step asks for it.
    """

    draft: Draft
    sender: Region
    partner: Party
    acting: Acting | None = None
    row: Any = None
    now: bool = False

    @property
    def key(self) -> tuple[str, int]:
        """What tells papers of a case apart."""
        return self.draft.code, self.row.pk if self.row is not None else 0

    @property
    def about(self) -> str:
        """The row it speaks of, in words."""
        return str(self.row.naskah if isinstance(self.row, Recommendation) else self.row or "")

    @property
    def may_issue(self) -> bool:
        """Whether this person gives it its number."""
        return self.acting is not None and self.draft.numbered


def papers_of(case: Case, user: User) -> list[CasePaper]:
    """Every paper of the case for this person, each once; those of this step first."""
    found = [
        *_of_acts(case, user),
        *_of_above(case, user),
        *_of_dprd(case, user),
        *_of_texts(case, user),
        *_written(case, user),
        *_free(case, user),
    ]
    once: dict[tuple[str, int], CasePaper] = {}
    for paper in sorted(found, key=lambda row: not row.now):
        once.setdefault(paper.key, paper)
    return list(once.values())


def paper_of(case: Case, user: User, code: str, row: int) -> CasePaper | None:
    """One paper of the case, or None when it is not for this person or not of this step."""
    return next((paper for paper in papers_of(case, user) if paper.key == (code, row)), None)


def letter_of(
    case: Case,
    paper: CasePaper,
    *,
    asked: Mapping[str, str] | None = None,
    number: str = "",
    on: date | None = None,
) -> tuple[Letter, PaperTemplate | None]:
    """The paper in the words of its region, and the version of the template they come from."""
    worded, dated = worded_for(paper.draft, paper.sender), long_date(on) if on else ""
    if isinstance(paper.row, DprdTrack):
        letter = _to_council(paper)
        return (replace(letter, number=number, dated=dated) if number or dated else letter), worded.version
    about = About(
        case=case,
        sender=paper.sender,
        partner=paper.partner,
        row=paper.row,
        asked=asked or {},
        number=number,
        dated=dated,
        on=on,
    )
    return compose(worded.draft, about), worded.version


def _to_council(paper: CasePaper) -> Letter:
    track: DprdTrack = paper.row
    pack = track.pack
    kind = next(row for row in pack.dprd_letters if council_code(pack.code, row.code) == paper.draft.code)
    return dprd_letter(track, kind, [annex.label for annex in annexes_of(track)] if kind.annexed else [])


def _of_acts(case: Case, user: User) -> Iterator[CasePaper]:
    """What the acts this person may take now ask for."""
    for arrow in open_arrows(case):
        acting = acting_on(user, case, arrow)
        sender = sender_for(arrow, acting) if acting else None
        if acting is None or sender is None:
            continue
        for code in asked_by(case, arrow):
            draft = own_draft(case, arrow, code)
            if draft is not None:
                yield CasePaper(draft, sender, partner_for(case, acting), acting, now=arrow.tone != "danger")


def _of_above(case: Case, user: User) -> Iterator[CasePaper]:
    """What the province over the region that runs the case writes, for whoever writes its letters."""
    region = case.initiator.region
    above = region.parent if region is not None else None
    if above is None or above.pk not in acting_region_ids(user, OFFER):
        return
    acting = Acting(case.initiator, role_in(user, above), above=above)
    for arrow in open_arrows(case):
        for code in asked_by(case, arrow):
            draft = draft_for(case.pack, case.kind, code, arrow.code)
            if draft is not None and draft.above:
                yield CasePaper(draft, above, first_partner(case), acting, now=True)


def _of_dprd(case: Case, user: User) -> Iterator[CasePaper]:
    """The letters of the state each region's DPRD stands in."""
    regions = acting_region_ids(user, DPRD)
    for track in case.dprd_tracks.select_related("party__region__parent", "case"):
        region = track.party.region
        if region is None or region.pk not in regions:
            continue
        acting = Acting(track.party, role_of(user, track.party))
        for kind in track.pack.dprd_letters:
            draft = _draft(council_code(track.pack.code, kind.code))
            if draft is not None and track.state in kind.states:
                yield CasePaper(draft, region, first_partner(case), acting, track, now=True)


def _of_texts(case: Case, user: User) -> Iterator[CasePaper]:
    """Papers around each text: surat kuasa, minutes, cover letter, extension, recommendation."""
    texts = case.naskah.exclude(state=NaskahState.CANCELLED).select_related("parent", "case")
    for text in texts.prefetch_related("signatures__party__region__parent", "recommendations__region"):
        text.case = case
        for draft in _drafts(case, "text"):
            acting = _own(case, user, draft.permission)
            if acting and acting.party.region and _fits(draft, text, acting.party):
                yield CasePaper(draft, acting.party.region, _other(case, acting.party), acting, text)
        for row in text.recommendations.all():
            row.naskah = text
            for draft in _drafts(case, "recommendation"):
                yield CasePaper(draft, row.region, first_partner(case), None, row)


def _fits(draft: Draft, text: Naskah, party: Party) -> bool:
    """Whether the text stands where this paper is written for it."""
    if draft.signed:
        return text.state == NaskahState.SIGNED
    if draft.by_kuasa:
        own = [row for row in text.signatures.all() if row.party_id == party.pk]
        return text.is_open and any(row.authority == Authority.KUASA for row in own)
    return draft.form == "surat" or text.is_open


def _written(case: Case, user: User) -> Iterator[CasePaper]:
    """Structured documents that were written, for whoever may read them."""
    papers = CaseDocument.objects.readable_by(user, case).current().select_related("party__region__parent")
    for paper in papers:
        draft = draft_for(case.pack, case.kind, paper.kind)
        region = (paper.party.region if paper.party else None) or case.keeper.region
        if draft is not None and draft.items and region is not None:
            yield CasePaper(draft, region, first_partner(case))


def _free(case: Case, user: User) -> Iterator[CasePaper]:
    """Letters no act asks for, at hand in every state."""
    for draft in _drafts(case, "case"):
        acting = None if draft.document else _own(case, user, draft.permission)
        if acting and acting.party.region:
            yield CasePaper(draft, acting.party.region, _other(case, acting.party), acting)


def _own(case: Case, user: User, permission: str) -> Acting | None:
    """The party this person writes for: its own region's, once the case was laid open to it."""
    regions = acting_region_ids(user, permission)
    open_to = [row for row in case.acting_parties if row == case.keeper or row.shared_at]
    party = next((row for row in open_to if row.region_id in regions), None)
    return Acting(party, role_of(user, party)) if party else None


def _other(case: Case, own: Party) -> Party:
    """The first party besides the one that writes."""
    return next((row for row in case.acting_parties if row != own), own)


def _drafts(case: Case, of: str) -> list[Draft]:
    return [row for row in all_drafts() if row.of == of and row.serves(case.pack.code, case.kind)]


def _draft(code: str) -> Draft | None:
    return next((row for row in all_drafts() if row.code == code), None)
