"""Plays the part of a story that is written, approved and signed."""

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.choices import Authority, SigningMode
from agreements.models import Naskah
from agreements.services import agreement, naskah, signing
from ksd.core import clock
from ksd.office.demo.beside_player import BesidePlayer
from ksd.office.demo.change_player import ChangePlayer
from ksd.office.demo.dprd_player import DprdPlayer
from ksd.office.demo.esign_player import EsignPlayer
from ksd.office.demo.inbound_player import InboundPlayer
from ksd.office.demo.pair_player import PairPlayer
from ksd.office.demo.paper import example_pdf
from ksd.office.demo.reports_player import ReportsPlayer
from ksd.office.demo.running_player import RunningPlayer
from ksd.office.demo.signing_player import SigningSteps
from ksd.office.demo.table_player import TablePlayer
from ksd.office.demo.word_player import WordPlayer
from regions.choices import Position
from regions.models import Office, Official


class Player(
    PairPlayer,
    BesidePlayer,
    InboundPlayer,
    ChangePlayer,
    RunningPlayer,
    ReportsPlayer,
    DprdPlayer,
    SigningSteps,
    EsignPlayer,
    TablePlayer,
    WordPlayer,
):
    """Takes every step of a story, its KB and PKS included."""

    def do_draft(self, detail: str) -> None:
        """Begin a text: `kb`, or `pks|subject|office`; for no longer than the law allows."""
        kind, _bar, rest = detail.partition("|")
        subject, _bar, office = rest.partition("|")
        rule = self.case.pack.naskah_kind(kind)
        years = 1 if rule.parent and self.story.ends_in else self.story.years
        self.text = naskah.create_naskah(
            actor=self.officer(),
            case=self.case,
            kind=kind,
            title=subject or self.story.title,
            years=min(years, rule.max_years or years),
            place="Samarinda",
        )
        if rule.authority:
            self._name_signers(self.text, office or self.story.office)

    def _name_signers(self, text: Naskah, office_name: str) -> None:
        for row in text.signatures.select_related("party__region", "party__partner"):
            if row.party.region is None:
                continue
            office = Office.objects.get(region=row.party.region, name=office_name)
            head = Official.objects.get(office=office, position=Position.KEPALA_PERANGKAT_DAERAH)
            signing.set_signer(
                actor=self.actor_for(row.party),
                naskah=text,
                party=row.party,
                signer=signing.Signer(
                    name=head.name,
                    title=head.position_title,
                    authority=Authority.KUASA,
                    office=office,
                    official=head,
                    kuasa_number=f"188/{self.number:03d}/SKK/{clock.today().year}",
                    kuasa_date=clock.today(),
                ),
            )

    def do_share(self, _detail: str) -> None:
        """Send the newest version round."""
        agreement.share_naskah(actor=self.officer(), naskah=self._text())

    def do_approve(self, detail: str) -> None:
        """`own` for the initiator only, otherwise every party that has not approved yet."""
        parties = self.parties()[:1] if detail == "own" else self.parties()
        for party in parties:
            text = self._text()
            newest = naskah.newest_version(text)
            if party.pk not in naskah.approved_by(text, newest):
                agreement.approve_naskah(
                    actor=self.actor_for(party), naskah=text, party=party, seen_number=newest.number
                )
        self.case.refresh_from_db()

    def do_sign(self, detail: str) -> None:
        """`own` for the initiator only, otherwise every party that has not signed yet."""
        rows = (
            self._text().signatures.select_related("party__region", "party__partner").filter(signed_on=None)
        )
        for row in list(rows)[: 1 if detail == "own" else None]:
            signing.record_signature(
                actor=self.actor_for(row.party),
                naskah=self._text(),
                party=row.party,
                number=self._text_number(row.party.order),
                signed_on=clock.today(),
                mode=SigningMode.CEREMONY,
                upload=SimpleUploadedFile("naskah.pdf", example_pdf(str(self._text())), "application/pdf"),
            )
        self.case.refresh_from_db()

    def _text_number(self, party: int) -> str:
        text = self._text()
        return f"100.2/{self.number:03d}.{party}/{text.kind.upper()}-{text.order}/{clock.today().year}"
