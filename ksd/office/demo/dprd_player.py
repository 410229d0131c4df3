"""Plays each region's way to its own DPRD."""

from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import DprdTrack
from agreements.services import dprd
from agreements.services.dprd_letters import LetterGiven, letters_of
from ksd.core import clock
from ksd.office.demo.paper import example_pdf
from ksd.office.demo.player import CasePlayer


class DprdPlayer(CasePlayer):
    """The steps of a story that concern a DPRD."""

    def do_dprd(self, detail: str) -> None:
        """Every region answers its test; with `ya` the first question makes the approval needed."""
        for party in self.parties():
            if party.region_id:
                track = self._track(party.order)
                answers = {
                    question.code: (
                        detail == "ya" and number == 0,
                        "Alasan contoh menurut DPA tahun berjalan.",
                    )
                    for number, question in enumerate(track.pack.dprd_asked(track.cause))
                }
                dprd.answer_dprd(actor=self.actor_for(party), track=track, answers=answers)
        self.case.refresh_from_db()

    def do_dprd_step(self, detail: str) -> None:
        """One region takes a step with its DPRD: `act|order of the party|reason`."""
        code, _bar, rest = detail.partition("|")
        order, _bar, reason = rest.partition("|")
        track = self._track(int(order or 1))
        arrow = track.pack.dprd_arrow(code)
        letters = [
            LetterGiven(
                rule.code,
                number=f"100.2/{self.number:03d}.{track.party.order}/DPRD/{clock.today().year}"
                if rule.numbered
                else "",
                dated=clock.today() if rule.numbered else None,
                upload=SimpleUploadedFile(f"{rule.code}.pdf", example_pdf(rule.label), "application/pdf"),
            )
            for rule, _must in letters_of(track, arrow)
        ]
        dprd.take_dprd_step(
            actor=self.actor_for(track.party),
            track=track,
            code=code,
            on=clock.today() if arrow.date_label else None,
            reason=reason,
            letters=letters,
        )
        self.case.refresh_from_db()

    def _track(self, order: int) -> DprdTrack:
        rounds = DprdTrack.objects.for_page().filter(case=self.case, party__order=order)
        return rounds.order_by("-pk")[0]
