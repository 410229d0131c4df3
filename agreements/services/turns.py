"""Whose turn it is: kept on each party, so that an inbox is one query."""

from agreements.choices import ApprovalDecision, NaskahState, Side
from agreements.models import Case, Naskah, Party
from agreements.workflow import arrows_from
from ksd.core import clock


def asks_dprd(case: Case) -> bool:
    """Whether the present state is the one in which the DPRD questions are answered."""
    arrows = arrows_from(case.pack, case.state, case.kind)
    return any(check.startswith("dprd_") for arrow in arrows for check in arrow.checks)


def refresh_turns(case: Case) -> None:
    """Write on each party whether the case waits for it, keeping the day its turn began."""
    holders = _holders(case)
    today = clock.today()
    for party in Party.objects.filter(case=case):
        since = (party.turn_since or today) if party.pk in holders else None
        if since != party.turn_since:
            party.turn_since = since
            party.save(update_fields=["turn_since"])


def _holders(case: Case) -> set[int]:
    state = case.state_rule
    if state.terminal:
        return set()
    parties = list(Party.objects.filter(case=case))
    texts = list(case.naskah.open().prefetch_related("approvals", "signatures"))
    if texts:
        return set().union(*(text_holders(text, parties) for text in texts))
    if state.turn == "all":
        asked = _unanswered(case, parties) if asks_dprd(case) else set()
        return asked or _on_side(parties, Side.INITIATOR)
    if state.turn in Side.values:
        return _on_side(parties, state.turn) - _done(case, parties)
    return set()


def _done(case: Case, parties: list[Party]) -> set[int]:
    """Partners that took an act which each of them must take, such as accepting an offer."""
    if not any(arrow.each for arrow in arrows_from(case.pack, case.state, case.kind)):
        return set()
    return {party.pk for party in parties if party.accepted_on}


def _on_side(parties: list[Party], side: str) -> set[int]:
    return {party.pk for party in parties if party.side == side}


def _unanswered(case: Case, parties: list[Party]) -> set[int]:
    """Regions that have not answered both DPRD questions (Permendagri 22/2020 Pasal 11)."""
    asked = {question.code for question in case.pack.dprd_questions}
    answered: dict[int, set[str]] = {}
    for party_id, question in case.answers.filter(party__isnull=False).values_list("party_id", "question"):
        answered.setdefault(party_id, set()).add(question)
    return {party.pk for party in parties if party.region_id and asked - answered.get(party.pk, set())}


def text_holders(text: Naskah, parties: list[Party]) -> set[int]:
    """The parties a text waits for: to write, to approve its newest version, or to sign."""
    if text.state == NaskahState.DRAFTED:
        return _on_side(parties, Side.INITIATOR)
    if not text.is_open:
        return set()
    everybody = {party.pk for party in parties}
    if text.state == NaskahState.DISCUSSED:
        newest = text.versions.order_by("-number").values_list("pk", flat=True).first()
        return everybody - {
            approval.party_id
            for approval in text.approvals.all()
            if approval.decision == ApprovalDecision.APPROVED and approval.version_id == newest
        }
    return everybody - {signature.party_id for signature in text.signatures.all() if signature.signed_on}
