"""Rights and obligations proposed from the signed text, for the officer to tick and mend."""

from dataclasses import dataclass

from agreements.choices import ObligationKind
from agreements.documents.gather import facts_of
from agreements.models import Naskah, NaskahVersion, Party
from agreements.naskah.duties import WrittenDuty, written_duties
from agreements.naskah.facts import values_of
from agreements.naskah.structure import from_json


@dataclass(frozen=True)
class Candidate:
    """One proposed row; `taken` when it is recorded already."""

    party: Party
    kind: str
    wording: str
    place: str
    taken: bool


def candidates(naskah: Naskah) -> list[Candidate]:
    """What the agreed wording gives to each party, party by party; empty when it has no such clause."""
    version = _agreed(naskah)
    if version is None:
        return []
    facts = facts_of(naskah)
    parties = [row.party for row in naskah.signatures.select_related("party__region", "party__partner")]
    parties.sort(key=lambda party: party.order)
    written = written_duties(from_json(version.body), naskah.rule.duties, values_of(facts), len(parties))
    known = set(naskah.obligations.standing().values_list("party_id", "kind", "place"))
    rows = [_candidate(duty, parties[number - 1], known) for duty in written for number in duty.parties]
    return sorted(rows, key=lambda row: row.party.order)


def _candidate(duty: WrittenDuty, party: Party, known: set[tuple[int, str, str]]) -> Candidate:
    kind = str(ObligationKind.RIGHT if duty.is_right else ObligationKind.DUTY)
    return Candidate(party, kind, duty.wording, duty.place, (party.pk, kind, duty.place) in known)


def _agreed(naskah: Naskah) -> NaskahVersion | None:
    """The wording all parties agreed to, else the newest."""
    return naskah.agreed_version or naskah.versions.order_by("-number").first()
