"""Whose turn it is: kept on each party, so that an inbox is one query."""

from agreements.choices import ApprovalDecision, NaskahState, Side
from agreements.models import Case, Naskah, Party
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
    holders = _holders(case)
    today = clock.today()
    for party in Party.objects.filter(case=case):
        permission = holders.get(party.pk, "")
        since = (party.turn_since or today) if permission else None
        if (since, permission) != (party.turn_since, party.turn_permission):
            party.turn_since, party.turn_permission = since, permission
            party.save(update_fields=["turn_since", "turn_permission"])


def _holders(case: Case) -> dict[int, str]:
    """Each party the case waits for, with the permission of what is awaited."""
    state = case.state_rule
    if state.terminal:
        return {}
    parties = list(Party.objects.filter(case=case))
    holders: dict[int, str] = {}
    for text in case.naskah.open().prefetch_related("approvals", "signatures"):
        for party in text_holders(text, parties):
            holders.setdefault(party, TEXT_PERMISSIONS[NaskahState(text.state)])
    # A draft may be written while the DPRD is asked; what its region owes the DPRD comes first.
    today = clock.today()
    tracks = latest_tracks(case)
    holders |= {
        track.party_id: "agreements.dprd"
        for track in tracks
        if is_live(case, track) and waits_for_region(track, today)
    }
    if holders:
        return holders
    side = Side.INITIATOR if state.turn == "all" else state.turn
    if side not in Side.values:
        return {}
    waiting = _on_side(parties, side) - _done(case, parties)
    return dict.fromkeys(waiting, _awaited_permission(case, side))


def _awaited_permission(case: Case, side: str) -> str:
    """The permission of the act that should come next on this side, by the order of the pack."""
    arrows = arrows_from(case.pack, case.state, case.kind)
    coming = (row for row in arrows if row.side in (side, "any") and row.tone != "danger")
    return next((row.permission for row in coming), TEXT_PERMISSIONS[NaskahState.DRAFTED])


def _done(case: Case, parties: list[Party]) -> set[int]:
    """Partners that took an act which each of them must take, such as accepting an offer."""
    if not any(arrow.each for arrow in arrows_from(case.pack, case.state, case.kind)):
        return set()
    return {party.pk for party in parties if party.accepted_on}


def _on_side(parties: list[Party], side: str) -> set[int]:
    return {party.pk for party in parties if party.side == side}


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
