"""The steps of a case with the DPRD of each region, as the cast would take them."""

from datetime import date
from typing import Any

from agreements.models import Case, DprdTrack
from agreements.services import dprd
from agreements.services.dprd_letters import LetterGiven, letters_of
from ksd.core import clock
from tests.agreements.papers import scan


class BeforeDprd:
    """Answers the test and goes to the DPRD; the case and its people are the player's."""

    case: Case
    parties: Any
    actor_for: Any
    reload: Any

    def track(self, order: int = 1, cause: str = "rencana") -> DprdTrack:
        """The newest round of a party with its DPRD."""
        rounds = DprdTrack.objects.for_page().filter(case=self.case, party__order=order, cause=cause)
        return rounds.order_by("-round")[0]

    def answer_dprd(self, *, yes: bool = False, orders: tuple[int, ...] = (), cause: str = "rencana") -> None:
        """Every region (or those named) answers the questions of its test."""
        for party in self.parties():
            if party.region_id and (not orders or party.order in orders):
                track = self.track(party.order, cause)
                answers = {
                    question.code: (yes, "Alasan contoh") for question in track.pack.dprd_asked(track.cause)
                }
                dprd.answer_dprd(actor=self.actor_for(party), track=track, answers=answers)
        self.reload()

    def dprd(
        self, code: str, order: int = 1, *, on: date | None = None, reason: str = "", cause: str = "rencana"
    ) -> None:
        """A region takes a step with its DPRD, with complete letters."""
        track = self.track(order, cause)
        arrow = track.pack.dprd_arrow(code)
        letters = [
            LetterGiven(
                rule.code,
                number="100/1" if rule.numbered else "",
                dated=on or clock.today() if rule.numbered else None,
                upload=scan() if rule.file == "required" else None,
            )
            for rule, must in letters_of(track, arrow)
            if must
        ]
        dprd.take_dprd_step(
            actor=self.actor_for(track.party), track=track, code=code, on=on, reason=reason, letters=letters
        )
        self.reload()
