"""Plays the part of a story around its signatures: the event, couriers, marks, checks, and where the copies go."""

from datetime import timedelta

from agreements.choices import CopyForm, CopyState
from agreements.models import Copy
from agreements.services import signing_events, signing_marks
from agreements.services.copies import Move, move_copy
from ksd.core import clock
from ksd.office.demo.player import CasePlayer

SHELVES = ("Lemari arsip A, boks 1 (contoh)", "Lemari arsip B, boks 4 (contoh)")


class SigningSteps(CasePlayer):
    """Steps a player takes from the plan of a signing to the shelf."""

    def do_event(self, detail: str) -> None:
        """Plan the signing: `days ahead|mode|place`."""
        days, _bar, rest = detail.partition("|")
        mode, _bar, place = rest.partition("|")
        plan = signing_events.Plan(
            on=clock.today() + timedelta(days=int(days or 0)),
            place=place or "Samarinda",
            mode=mode or "seremonial",
            agenda="Pembacaan naskah, penandatanganan, dan foto bersama (contoh).",
        )
        signing_events.plan_event(actor=self.officer(), naskah=self._text(), plan=plan)
        for party in self.parties()[:1]:
            signing_marks.mark_step(
                actor=self.actor_for(party),
                naskah=self._text(),
                party=party,
                step="disiapkan",
                on=clock.today(),
            )

    def do_hold(self, _detail: str) -> None:
        """The event takes place today."""
        signing_events.hold_event(actor=self.officer(), naskah=self._text(), on=clock.today())

    def do_carry(self, detail: str) -> None:
        """An original goes from the first party to the second; `terima` when it arrives."""
        own, other = self.parties()[:2]
        if detail == "terima":
            courier = self._text().couriers.get(received_on=None)
            signing_events.receive_original(actor=self.actor_for(other), courier=courier, on=clock.today())
            return
        signing_events.hand_over(
            actor=self.actor_for(own),
            naskah=self._text(),
            original=1,
            carrier="Kurir Contoh Bagian Kerja Sama",
            sender=own,
            receiver=other,
            on=clock.today(),
        )

    def do_check(self, _detail: str) -> None:
        """Every party finds its signed paper complete and enters it in its register."""
        text = self._text()
        items = [row.code for row in text.case.pack.signing_checks]
        for party in self.parties():
            known = {"actor": self.actor_for(party), "naskah": text, "party": party}
            signing_marks.check_paper(done=items, copies=text.originals, **known)  # type: ignore[arg-type]
            signing_marks.mark_step(step="terdaftar", on=clock.today(), **known)  # type: ignore[arg-type]

    def do_shelve(self, detail: str) -> None:
        """Copies reach their holders: all of them, or `kecuali` all but the partner's original; `pinjam` lends one."""
        rows = Copy.objects.filter(naskah=self._text()).select_related("party__region", "party__partner")
        for number, copy in enumerate(rows.filter(state=CopyState.AWAITED)):
            missing = copy.form == CopyForm.ORIGINAL and copy.party.order > 1
            if not (detail == "kecuali" and missing):
                self._move(copy, "terima", copy.holder, SHELVES[number % 2])
        if detail == "pinjam":
            lent = rows.filter(state=CopyState.KEPT).order_by("form", "number")[0]
            self._move(lent, "pinjam", "Inspektorat (contoh)", "")

    def _move(self, copy: Copy, act: str, holder: str, shelf: str) -> None:
        move = Move(act=act, on=clock.today(), holder=holder, shelf=shelf)
        move_copy(actor=self.actor_for(copy.party), copy=copy, move=move)
