"""How far each party is with each text: prepared, numbered, signed, received, registered, checked (F35, F37, F39)."""

from dataclasses import dataclass
from datetime import date

from agreements.choices import CopyForm, CopyState, MarkStep, NaskahState
from agreements.models import (
    Case,
    Copy,
    Courier,
    Naskah,
    NaskahParty,
    SigningCheck,
    SigningEvent,
    SigningMark,
)
from ksd.core import clock


@dataclass(frozen=True)
class PartyStatus:
    """One party's line in the table of status, which every party sees alike."""

    row: NaskahParty
    prepared: SigningMark | None
    registered: SigningMark | None
    check: SigningCheck | None
    original: Copy | None
    event: SigningEvent | None

    @property
    def received_on(self) -> date | None:
        """The day the party had its own original in hand."""
        return self.original.received_on if self.original else None

    @property
    def late_days(self) -> int:
        """Days since the event on which its signature was due; 0 when it has signed or nothing is due."""
        if self.row.signed_on or self.event is None:
            return 0
        return max((clock.today() - self.event.on).days, 0)


@dataclass(frozen=True)
class TextStatus:
    """One text with its signing, its originals on the way and its copies."""

    naskah: Naskah
    event: SigningEvent | None
    parties: list[PartyStatus]
    couriers: list[Courier]
    copies: list[Copy]

    @property
    def checked(self) -> bool:
        """Whether every party found its signed paper complete; the text is in force whether or not it did."""
        return all(line.check and line.check.complete for line in self.parties)

    @property
    def lacks_original(self) -> bool:
        """Whether an original is in nobody's hands."""
        lost = (CopyState.AWAITED, CopyState.LOST)
        return any(copy.form == CopyForm.ORIGINAL and copy.state in lost for copy in self.copies)

    @property
    def is_signed(self) -> bool:
        """Whether every party has signed."""
        return self.naskah.state == NaskahState.SIGNED

    @property
    def is_agreed(self) -> bool:
        """Whether it waits for signatures."""
        return self.naskah.state == NaskahState.AGREED


def statuses_of(case: Case) -> list[TextStatus]:
    """Every living text of a case, the newest first, in a fixed number of queries."""
    texts = (
        Naskah.objects.filter(case=case)
        .exclude(state=NaskahState.CANCELLED)
        .select_related("event")
        .prefetch_related(
            "signatures__party__region",
            "signatures__party__partner",
            "signatures__signed_copy__pdf_reading",
            "signatures__official",
            "signatures__marks",
            "signatures__check_list",
            "signatures__replaced_copies__file",
            "couriers__sender__region",
            "couriers__sender__partner",
            "couriers__receiver__region",
            "couriers__receiver__partner",
            "copies__party__region",
            "copies__party__partner",
            "copies__scan",
        )
        .order_by("-state_since", "-pk")
    )
    found = []
    for text in texts:
        text.case = case
        found.append(status_of(text))
    return found


def status_of(naskah: Naskah) -> TextStatus:
    """One text with what its parties have done."""
    event: SigningEvent | None = getattr(naskah, "event", None)
    copies = list(naskah.copies.all())
    lines = [_line(row, copies, event) for row in naskah.signatures.all()]
    return TextStatus(
        naskah=naskah, event=event, parties=lines, couriers=list(naskah.couriers.all()), copies=copies
    )


def _line(row: NaskahParty, copies: list[Copy], event: SigningEvent | None) -> PartyStatus:
    marks = {mark.step: mark for mark in row.marks.all()}
    own = (copy for copy in copies if copy.party_id == row.party_id and copy.form == CopyForm.ORIGINAL)
    return PartyStatus(
        row=row,
        prepared=marks.get(MarkStep.PREPARED),
        registered=marks.get(MarkStep.REGISTERED),
        check=getattr(row, "check_list", None),
        original=next(own, None),
        event=event,
    )
