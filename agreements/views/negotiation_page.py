"""What the pages of the negotiation table show, for people of the parties and for guests alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.choices.comments import Audience
from agreements.documents.negotiation_minutes import Discussed
from agreements.documents.redline import RedSection, clause_redline, in_words
from agreements.models import ClausePosition, Comment, Naskah, NaskahVersion, Party
from agreements.naskah.plain import print_ayat
from agreements.naskah.structure import from_json
from agreements.naskah.wording import pasal_from_json
from agreements.services.naskah import acting_for_text, newest_version
from agreements.services.negotiation import DRAFT
from agreements.services.negotiation_table import TableRow, table_of
from agreements.views.party_lines import permits
from ksd.accounts.models import User


@dataclass(frozen=True)
class Spoken:
    """One word of a party as the page tells it, with its proposal as lines."""

    position: ClausePosition
    proposal: str


@dataclass(frozen=True)
class Table:
    """The table of one text: its newest version and every Pasal."""

    version: NaskahVersion
    rows: list[TableRow]

    @property
    def agreed(self) -> int:
        """How many Pasal are agreed."""
        return sum(row.is_agreed for row in self.rows)


def table_page(naskah: Naskah) -> Table:
    """The table as it stands."""
    version = newest_version(naskah)
    return Table(version, table_of(naskah, from_json(version.body)))


def row_or_404(table: Table, clause: str) -> TableRow:
    """One Pasal of the newest version; 404 for one there is not."""
    row = next((row for row in table.rows if row.pasal.clause == clause), None)
    if row is None:
        raise Http404
    return row


def following(table: Table, row: TableRow, waits: Callable[[TableRow], bool]) -> TableRow | None:
    """The next Pasal that waits for the reader: after this one, then from the top; None when none does."""
    others = [*table.rows[row.number :], *table.rows[: row.number - 1]]
    return next((entry for entry in others if waits(entry)), None)


def speaking_parties(user: User, naskah: Naskah, row: TableRow) -> list[Party]:
    """The parties this person may speak for, the own one first."""
    mine = [party for party in row.parties if permits(acting_for_text, user, naskah, party, DRAFT)]
    return sorted(mine, key=lambda party: party.order)


def is_open_for_words(naskah: Naskah) -> bool:
    """Whether anything may be said now."""
    return naskah.state == NaskahState.DRAFTED


def clause_page(naskah: Naskah, table: Table, row: TableRow) -> dict[str, Any]:
    """What the page of one Pasal shows beside its forms."""
    positions = row.row.positions.all() if row.row else ()
    spoken = [Spoken(position, _proposal(naskah, table, row, position)) for position in positions]
    return {
        "naskah": naskah,
        "table": table,
        "row": row,
        "section": _section(naskah, table, row),
        "spoken": list(reversed(spoken)),
        "open": is_open_for_words(naskah),
    }


def _section(naskah: Naskah, table: Table, row: TableRow) -> RedSection | None:
    return clause_redline(naskah, table.version, row.standing.wording)


def _proposal(naskah: Naskah, table: Table, row: TableRow, position: ClausePosition) -> str:
    if not position.wording:
        return ""
    proposed = in_words(naskah, table.version, pasal_from_json(row.pasal.clause, position.wording))
    return f"{proposed.title}\n{print_ayat(proposed.ayat)}"


def clause_comments(naskah: Naskah, clause: str) -> list[Comment]:
    """What was said to all parties about a Pasal, oldest first."""
    rows = naskah.comments.filter(anchor=clause, audience=Audience.ALL, withdrawn_at=None)
    return list(rows.select_related("region"))


def discussed(table: Table) -> list[Discussed]:
    """The Pasal on which anybody spoke, for the record."""
    found = []
    for row in table.rows:
        if row.row is not None:
            positions = list(row.row.positions.all())
            turn = ", ".join(party.short_name for party in row.turn)
            found.append(Discussed(row.number, row.pasal, row.row, positions, turn))
    return found


def state_line(naskah: Naskah) -> str:
    """Why nothing may be said now; empty while the text is being written."""
    if is_open_for_words(naskah):
        return ""
    if naskah.agreed_version:
        number = naskah.agreed_version.number
        return (
            _("Naskah versi %d sudah disetujui seutuhnya oleh semua pihak; pembahasannya selesai.") % number
        )
    return _("Naskah kini “%s”; pembahasan per pasal hanya berlangsung selama naskah disusun.") % (
        naskah.get_state_display()
    )
