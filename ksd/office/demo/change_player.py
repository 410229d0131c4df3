"""Plays what happens to signed texts: an addendum, an extension, and old papers that are entered."""

from dataclasses import replace
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.choices import NaskahState
from agreements.models import Naskah, Partner
from agreements.naskah.changes import REPLACE
from agreements.naskah.structure import Ayat, from_json
from agreements.services import acts, addendum, extension, naskah, proposal
from agreements.services.archive import OldCase, OldText, record_old_case
from ksd.core import clock
from ksd.office.demo import people
from ksd.office.demo.paper import example_pdf
from ksd.office.demo.player import CasePlayer, Paper
from regions.models import Office, Urusan


class ChangePlayer(CasePlayer):
    """Takes the steps of a story that come after signing."""

    def do_addendum(self, detail: str) -> None:
        """Begin an addendum that rewords one Pasal: `subject of the text|clause|new words|reason`; `|beban` adds to it."""
        subject, clause, words, reason, *burden = detail.split("|")
        signed = Naskah.objects.select_related("case", "parent").get(
            case=self.case, title=subject, state=NaskahState.SIGNED, addendum=None
        )
        self.text = addendum.create_addendum(
            actor=self.officer(),
            text=signed,
            reason=reason,
            burden=bool(burden),
            burden_reason="Menambah biaya tahun depan (contoh)."
            if burden
            else "Tidak mengubah pembiayaan (contoh).",
            place="Samarinda",
        )
        self._copy_signers(signed, self.text)
        newest = naskah.newest_version(self.text)
        version, code = addendum.add_change(
            actor=self.officer(),
            naskah=self.text,
            what=REPLACE,
            clause=clause,
            title="",
            seen_number=newest.number,
        )
        body = from_json(version.body)
        rows = tuple(replace(row, ayat=(Ayat(words),)) if row.clause == code else row for row in body.pasal)
        naskah.save_version(
            actor=self.officer(), naskah=self.text, body=replace(body, pasal=rows), seen_number=version.number
        )

    def _copy_signers(self, signed: Naskah, text: Naskah) -> None:
        """Who signed the text signs its addendum."""
        for row in signed.signatures.all():
            names = ("authority", "signer_name", "signer_title", "office", "kuasa_number", "kuasa_date")
            text.signatures.filter(party=row.party_id).update(**{name: getattr(row, name) for name in names})

    def do_end(self, detail: str) -> None:
        """The cooperation ends for a lawful reason: `code of the reason|explanation`."""
        code, _bar, reason = detail.partition("|")
        acts.take_arrow(
            actor=self.officer(),
            case=self.case,
            code="akhiri",
            on=clock.today(),
            reason=reason,
            reason_code=code,
        )
        self.case.refresh_from_db()

    def do_extend(self, detail: str) -> None:
        """Begin the extension of a signed text of an earlier story: `title|kind`."""
        title, kind = detail.split("|")
        text = Naskah.objects.select_related("case", "parent").get(
            case__title=title, kind=kind, state=NaskahState.SIGNED
        )
        story, self.case = self.story, extension.extend_text(actor=self.officer(), text=text)
        self.case = proposal.save_details(
            actor=self.officer(),
            case=self.case,
            seen_revision=self.case.revision,
            title=story.title,
            summary=story.summary,
            location=story.location,
            proposed_years=story.years,
            urusan=Urusan.objects.filter(code__in=story.urusan),
            office=Office.objects.get(region=self.home, name=story.office),
        )

    def do_archive(self, _detail: str) -> None:
        """Enter the old papers of the story."""
        story = self.story
        partner = None
        if story.third_party:
            partner, _new = Partner.objects.get_or_create(region=self.home, **story.third_party)
        self.case = record_old_case(
            actor=self.officer(),
            region=self.home,
            old=OldCase(
                kind=story.kind,
                title=story.title,
                regions=[people.region(code) for code in story.partners],
                partner=partner,
                urusan=Urusan.objects.filter(code__in=story.urusan),
                office=Office.objects.get(region=self.home, name=story.office),
                summary=story.summary,
                kept_at="Lemari arsip 2, boks 7 (contoh)",
                texts=tuple(self._old_text(row) for row in story.papers),
            ),
        )

    def _old_text(self, row: Paper) -> OldText:
        today = clock.today()
        ends = row.get("ends_in")
        scan = SimpleUploadedFile("naskah.pdf", example_pdf(str(row["title"])), "application/pdf")
        return OldText(
            kind=str(row["kind"]),
            title=str(row["title"]),
            signed_on=today - timedelta(days=int(str(row["signed_ago"]))),
            ends_on=None if ends is None else today + timedelta(days=int(str(ends))),
            numbers=tuple(str(row.get("numbers", "")).split("|")),
            signers=tuple(str(row.get("signers", "")).split("|")),
            upload=scan if row.get("scan", True) else None,
        )
