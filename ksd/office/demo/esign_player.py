"""Plays the part of a story that is signed electronically, by the test service, where the office has it."""

from datetime import timedelta

from agreements.choices import NaskahState
from agreements.esign import Credentials, is_offered
from agreements.esign.local import PASSPHRASE
from agreements.models import Naskah
from agreements.services.esign import ask_signature
from agreements.services.esign_giving import give_signature, request_of
from agreements.services.esign_mode import choose_mode
from agreements.services.pdf import request_naskah_pdf
from agreements.services.signing_marks import give_number
from ksd.core import clock, pdf
from ksd.core.jobs import run_job
from ksd.office.demo.player import CasePlayer

NIK = "6472010101800001"
DAYS = 30


class EsignPlayer(CasePlayer):
    """The agreed text is numbered, printed and sent to its officials."""

    def do_esign(self, detail: str) -> None:
        """Ask every party; the first so many officials have signed already."""
        text = self._text()
        if text.state != NaskahState.AGREED or not is_offered() or not pdf.is_available():
            return
        choose_mode(actor=self.officer(), naskah=text, electronic=True)
        for party in self.parties():
            actor = self.actor_for(party)
            give_number(actor=actor, naskah=text, party=party, number=self._numbered(party.order))
        run_job(request_naskah_pdf(actor=self.officer(), naskah=self._text()).pk)
        self._ask(self._text(), int(detail or 0))

    def _numbered(self, party: int) -> str:
        return f"100.2/{self.number:03d}.{party}/TTE/{clock.today().year}"

    def _ask(self, text: Naskah, signed: int) -> None:
        last = clock.today() + timedelta(days=DAYS)
        for place, party in enumerate(self.parties()):
            actor = self.actor_for(party)
            _request, token = ask_signature(actor=actor, naskah=text, party=party, expires_on=last)
            asked = request_of(token)
            if asked is not None and place < signed:
                give_signature(request=asked, credentials=Credentials(NIK, PASSPHRASE))
