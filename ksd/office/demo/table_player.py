"""Plays the negotiation of a text, Pasal by Pasal."""

from agreements.choices.negotiation import Stance
from agreements.naskah.structure import Ayat, Pasal, from_json
from agreements.services.guests import create_guest_link
from agreements.services.naskah import newest_version
from agreements.services.negotiation import Said, state_position
from agreements.services.negotiation_table import table_of
from ksd.office.demo.player import CasePlayer


class TablePlayer(CasePlayer):
    """Steps at the table of the text being written."""

    def do_stand(self, detail: str) -> None:
        """Say a party's word: `own|usul|clause|wording|remark` or `mitra|setuju|clause`; a wording ends with its remark."""
        who, stance, clause, *more = detail.split("|")
        wording, remark = (more if stance == Stance.PROPOSE else ["", *more]) if more else ("", "")
        party = self.partner() if who == "mitra" else self.parties()[0]
        text = self._text()
        body = from_json(newest_version(text).body)
        row = next(entry for entry in table_of(text, body) if entry.pasal.clause == clause)
        title = row.standing.wording.title
        proposed = Pasal(clause, title, (Ayat(wording),)) if wording else None
        state_position(
            actor=self.actor_for(party),
            naskah=text,
            party=party,
            clause=clause,
            said=Said(stance=stance, seen=row.standing.sha256, wording=proposed, remark=remark),
        )

    def do_guest(self, detail: str) -> None:
        """Make a link for the partner without an account: `for whom`."""
        create_guest_link(
            actor=self.officer(), naskah=self._text(), party=self.partner(), label=detail, days=30
        )
