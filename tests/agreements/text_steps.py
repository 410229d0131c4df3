"""The steps of a text, as the cast would take them: begun, agreed and signed; each played once."""

from datetime import date
from typing import Any

from agreements.choices import Authority, SigningMode
from agreements.models import Case, Naskah, Party
from agreements.services import agreement, naskah, signing
from agreements.services.signing import Signer
from ksd.accounts.models import User
from ksd.core import clock
from regions.models import Office
from tests.agreements.papers import scan


class WithTexts:
    """Writes the texts of a case; the case and its people are the player's."""

    case: Case
    officer: User
    offices: dict[int, Office]
    parties: Any
    actor_for: Any
    reload: Any
    _once: Any

    def draft(self, kind: str, title: str = "Puskesmas Perbatasan", years: int = 5) -> Naskah:
        """Begin a text with signers named."""
        made = self._once("draft", lambda: self._draft(kind, title, years).pk, kind, title, years)
        return Naskah.objects.get(pk=made)

    def _draft(self, kind: str, title: str, years: int) -> Naskah:
        text = naskah.create_naskah(
            actor=self.officer, case=self.case, kind=kind, title=title, years=years, place="Tenggarong"
        )
        if kind == "pks":
            for party in self.parties():
                if party.region_id:
                    self.name_signer(text, party)
        return text

    def name_signer(self, text: Naskah, party: Party, **changes: object) -> None:
        """Name the head of the office, by surat kuasa."""
        values: dict[str, object] = {
            "name": "Contoh Kepala Dinas",
            "title": "Kepala Dinas Kesehatan",
            "authority": Authority.KUASA,
            "office": self.offices[party.region_id or 0],
            "kuasa_number": "SKK/1",
            "kuasa_date": clock.today(),
        }
        signing.set_signer(
            actor=self.actor_for(party),
            naskah=text,
            party=party,
            signer=Signer(**(values | changes)),  # type: ignore[arg-type]
        )

    def agree(self, text: Naskah) -> Naskah:
        """Share a text and let every party approve it."""
        self._once("agree", lambda: self._agree(text), text.pk)
        return Naskah.objects.get(pk=text.pk)

    def _agree(self, text: Naskah) -> None:
        agreement.share_naskah(actor=self.officer, naskah=text)
        for party in self.parties():
            newest = naskah.newest_version(text)
            agreement.approve_naskah(
                actor=self.actor_for(party), naskah=text, party=party, seen_number=newest.number
            )

    def sign(self, text: Naskah, *, on: date | None = None, parties: list[Party] | None = None) -> Naskah:
        """Record every party's signature."""
        who = tuple(party.pk for party in parties or self.parties())
        self._once("sign", lambda: self._sign(text, on, parties), text.pk, on, who)
        self.reload()
        return Naskah.objects.get(pk=text.pk)

    def _sign(self, text: Naskah, on: date | None, parties: list[Party] | None) -> None:
        for party in parties or self.parties():
            signing.record_signature(
                actor=self.actor_for(party),
                naskah=text,
                party=party,
                number=f"{text.kind}{text.order}/{party.order}",
                signed_on=on or clock.today(),
                mode=SigningMode.CEREMONY,
                upload=scan("naskah.pdf"),
            )
