"""Whose turn it is: kept on each party, so that an inbox is one query."""

from agreements.choices import ApprovalDecision, NaskahState, Side
from agreements.models import Case, Naskah, Party, VersionStep
from agreements.services.acting import has_users
from agreements.services.dprd_tracks import is_live, latest_tracks, waits_for_region
from agreements.workflow import arrows_from
from ksd.core import clock

# What a text in each of its open states waits for.
TEXT_PERMISSIONS = {
    NaskahState.DRAFTED: "agreements.draft",
    NaskahState.DISCUSSED: "agreements.approve",
    NaskahState.AGREED: "agreements.sign",
}


def refresh_turns(case: Case) -> None:
    """Write on each party whether the case waits for it and for whom in it, keeping the day its turn began."""
    parties = list(Party.objects.filter(case=case))
    holders = _holders(case, parties)
    today = clock.today()
    for party in parties:
        permission = holders.get(party.pk, "")
        since = (party.turn_since or today) if permission else None
        if (since, permission) != (party.turn_since, party.turn_permission):
            party.turn_since, party.turn_permission = since, permission
            party.save(update_fields=["turn_since", "turn_permission"])


def _holders(case: Case, parties: list[Party]) -> dict[int, str]:
    """Each party the case waits for, with the permission of what is awaited."""
    state = case.state_rule
    if state.terminal:
        return {}
    holders: dict[int, str] = {}
    for text in case.naskah.open().prefetch_related("approvals", "signatures"):
        steps = _step_permissions(text)
        for party in text_holders(text, parties):
            holders.setdefault(party, steps.get(party, TEXT_PERMISSIONS[NaskahState(text.state)]))
    # A draft may be written while the DPRD is asked; what its region owes the DPRD comes first.
    today = clock.today()
    holders |= {
        track.party_id: "agreements.dprd"
        for track in latest_tracks(case)
        if is_live(case, track) and waits_for_region(track, today)
    }
    if holders:
        return holders
    side = Side.INITIATOR if state.turn == "all" else state.turn
    if side not in Side.values:
        return {}
    asked = _leading(parties) if side == Side.INITIATOR else _on_side(parties, side)
    waiting = asked - _done(case, parties)
    return dict.fromkeys(waiting, _awaited_permission(case, side))


def _step_permissions(text: Naskah) -> dict[int, str]:
    """For each party with a chain of its own, the permission of the step that comes first."""
    if text.state != NaskahState.DISCUSSED:
        return {}
    newest = text.versions.order_by("-number").values("pk")[:1]
    waiting = VersionStep.objects.filter(version__in=newest, word="").order_by("-order", "-pk")
    return {step.party_id: step.permission for step in waiting}


def _awaited_permission(case: Case, side: str) -> str:
    """The permission of the act that should come next on this side, by the order of the pack."""
    arrows = arrows_from(case.pack, case.state, case.kind, case.level, case.direction)
    coming = (row for row in arrows if row.side in (side, "any") and row.tone != "danger")
    return next((row.permission for row in coming), TEXT_PERMISSIONS[NaskahState.DRAFTED])


def _done(case: Case, parties: list[Party]) -> set[int]:
    """Partners that took an act which each of them must take, such as accepting an offer."""
    arrows = arrows_from(case.pack, case.state, case.kind, case.level, case.direction)
    if not any(arrow.each for arrow in arrows):
        return set()
    return {party.pk for party in parties if party.accepted_on}


def _on_side(parties: list[Party], side: str) -> set[int]:
    return {party.pk for party in parties if party.side == side and party.succeeded_on is None}


def _leading(parties: list[Party]) -> set[int]:
    """The initiator; of an inbound offer its keeper, who records for an initiator without users."""
    keeper = next((party for party in parties if party.is_keeper), None)
    initiators = [party for party in parties if party.pk in _on_side(parties, Side.INITIATOR)]
    if keeper and not any(has_users(party) for party in initiators):
        return {keeper.pk}
    return {party.pk for party in initiators}


def text_holders(text: Naskah, parties: list[Party]) -> set[int]:
    """The parties a text waits for: to write, to approve its newest version, or to sign."""
    if text.state == NaskahState.DRAFTED:
        return _leading(parties)
    if not text.is_open:
        return set()
    everybody = {signature.party_id for signature in text.signatures.all()}
    if text.state == NaskahState.DISCUSSED:
        newest = text.versions.order_by("-number").values_list("pk", flat=True).first()
        return everybody - {
            approval.party_id
            for approval in text.approvals.all()
            if approval.decision == ApprovalDecision.APPROVED and approval.version_id == newest
        }
    return everybody - {signature.party_id for signature in text.signatures.all() if signature.signed_on}
