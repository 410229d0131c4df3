"""Which letters the system can prepare for an act, and for whom it writes them."""

from agreements.choices import Side
from agreements.documents.drafts import About, Draft, compose, draft_for, worded_for
from agreements.documents.letters import Letter
from agreements.law.schema import Arrow, DocumentKind
from agreements.models import Case, Party
from agreements.services.acting import Acting
from agreements.services.documents import asked_by
from regions.choices import Level
from regions.models import Region


def preparable(case: Case, arrow: Arrow, acting: Acting) -> list[DocumentKind]:
    """The documents of an act that can be handed out ready to sign; none when another party's act is recorded."""
    if sender_for(arrow, acting) is None:
        return []
    return [case.pack.document(code) for code in asked_by(case, arrow) if own_draft(case, arrow, code)]


def prepared_letter(case: Case, arrow: Arrow, acting: Acting, document: str) -> Letter | None:
    """The letter, filled with what the register knows; None when the system has no wording for it here."""
    sender = sender_for(arrow, acting)
    draft = own_draft(case, arrow, document)
    if sender is None or draft is None or document not in asked_by(case, arrow):
        return None
    worded = worded_for(draft, sender).draft
    return compose(worded, About(case=case, sender=sender, partner=partner_for(case, acting)))


def own_draft(case: Case, arrow: Arrow, document: str) -> Draft | None:
    """The wording of a document of this act that its own region writes, not the province over it."""
    draft = draft_for(case.pack, case.kind, document, arrow.code)
    return None if draft is None or draft.above else draft


def sender_for(arrow: Arrow, acting: Acting) -> Region | None:
    """The region whose letter it is; an order from above is written above, not by whoever records it."""
    if acting.recorded_for is not None or (arrow.above and acting.above is None):
        return None
    region = acting.region
    return region if region is not None and region.level != Level.NEGARA else None


def partner_for(case: Case, acting: Acting) -> Party:
    """The partner the letter comes from or goes to: first one that has not answered."""
    if acting.party.side == Side.PARTNER:
        return acting.party
    return next((party for party in case.partners if not party.accepted_on), first_partner(case))


def first_partner(case: Case) -> Party:
    """The first partner; the initiator itself while a proposal names none yet."""
    return next(iter(case.partners), case.initiator)
