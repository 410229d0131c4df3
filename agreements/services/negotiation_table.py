"""Where each Pasal stands at the table: the wording under discussion, who stands by it, whose turn it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from agreements.choices.negotiation import Stance
from agreements.models import ClausePosition, Naskah, NegotiatedClause, Party
from agreements.naskah.structure import Body, Pasal
from agreements.naskah.wording import pasal_from_json, wording_sha256


@dataclass(frozen=True)
class Standing:
    """One Pasal at the table; `latest` is the last word of each party in this round."""

    wording: Pasal
    sha256: str
    latest: dict[int, ClausePosition]
    proposer: int | None = None

    @property
    def agreed(self) -> set[int]:
        """The parties that stand by the wording: those who agreed to it, and who proposed it."""
        return {
            party
            for party, last in self.latest.items()
            if last.stance in (Stance.AGREE, Stance.PROPOSE) and last.wording_sha256 == self.sha256
        }

    @property
    def asked(self) -> set[int]:
        """The parties that want an agreed Pasal opened again."""
        return {party for party, last in self.latest.items() if last.stance == Stance.REOPEN}

    @property
    def heard(self) -> set[int]:
        """The parties that said their word on exactly this wording."""
        return {party for party, last in self.latest.items() if last.wording_sha256 == self.sha256}


def standing_of(row: NegotiatedClause | None, pasal: Pasal) -> Standing:
    """Where a Pasal stands; the last proposal of this round is the wording under discussion, else that of the text."""
    positions = row.positions.select_related("party") if row else ()
    return standing_from(row, positions, pasal)


def standing_from(
    row: NegotiatedClause | None, positions: Iterable[ClausePosition], pasal: Pasal
) -> Standing:
    """The same from positions read already, oldest first."""
    here = [position for position in positions if row and position.round == row.round]
    latest = {position.party_id: position for position in here}
    proposals = [position for position in here if position.stance == Stance.PROPOSE]
    if not proposals:
        return Standing(pasal, wording_sha256(pasal), latest)
    last = proposals[-1]
    wording = pasal_from_json(pasal.clause, last.wording)
    return Standing(wording, last.wording_sha256, latest, last.party_id)


@dataclass(frozen=True)
class TableRow:
    """One Pasal as the table shows it."""

    number: int
    pasal: Pasal
    row: NegotiatedClause | None
    standing: Standing
    parties: list[Party]
    drafter: int

    @property
    def is_agreed(self) -> bool:
        """Whether its wording is locked."""
        return self.row is not None and self.row.is_agreed

    @property
    def turn(self) -> list[Party]:
        """Whose word is awaited: who has not spoken on this wording; else who proposed it, else who drafts."""
        if self.is_agreed:
            asked = self.standing.asked
            return [party for party in self.parties if asked and party.pk not in asked]
        silent = [party for party in self.parties if party.pk not in self.standing.heard]
        owner = self.standing.proposer or self.drafter
        return silent or [party for party in self.parties if party.pk == owner]

    @property
    def words(self) -> list[tuple[Party, ClausePosition | None]]:
        """The last word of each party."""
        return [(party, self.standing.latest.get(party.pk)) for party in self.parties]


def table_of(naskah: Naskah, body: Body) -> list[TableRow]:
    """Every Pasal of a wording with its standing; a fixed number of queries."""
    words = ClausePosition.objects.select_related("party__region", "party__partner")
    found = naskah.negotiated.select_related("agreed_version").prefetch_related(Prefetch("positions", words))
    rows = {row.clause: row for row in found.defer("agreed_version__body", "agreed_version__frozen")}
    signatures = naskah.signatures.select_related("party__region", "party__partner").order_by("party__order")
    parties = [signature.party for signature in signatures]
    drafter = naskah.case.keeper.pk
    table = []
    for number, pasal in enumerate(body.pasal, start=1):
        row = rows.get(pasal.clause)
        standing = standing_from(row, row.positions.all() if row else (), pasal)
        table.append(TableRow(number, pasal, row, standing, parties, drafter))
    return table
