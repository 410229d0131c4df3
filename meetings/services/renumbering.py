"""A notula or a berita acara whose number was struck out: the same words get another number, the old one stays in the book."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.documents.letters import Letter, from_json
from agreements.models import IssuedNumber
from agreements.services.numbering import Given
from agreements.services.paper_numbers import number_paper, numbers_of_row
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from meetings.models import Meeting, Minutes, Record
from meetings.services.access import touch, write_event
from meetings.services.minutes import PAPER as MINUTES
from meetings.services.minutes import held_minutes
from meetings.services.records import PAPER as RECORD

RENUMBERED = "nomor_baru"


@dataclass(frozen=True)
class NewNumber:
    """The number as somebody typed it, where the office numbers elsewhere."""

    typed: str = ""
    again: bool = False


def struck_number(*, kind: str, row: int, meeting: Meeting) -> IssuedNumber | None:
    """The last number of a paper when that was struck out; None while one stands or there never was one."""
    last = numbers_of_row(kind=kind, row=row, region=meeting.organiser).first()
    return last if last is not None and not last.is_valid else None


def required_struck(*, kind: str, row: int, meeting: Meeting) -> IssuedNumber:
    """The number struck out that waits for another. Raises ImpossibleStep when there is none."""
    old = struck_number(kind=kind, row=row, meeting=meeting)
    if old is None:
        raise _nothing_struck()
    return old


def _nothing_struck() -> ImpossibleStep:
    return ImpossibleStep(
        _("Tidak ada nomor batal yang perlu diganti."),
        remedy=_("Nomor baru hanya diberikan sesudah nomor lama dibatalkan dalam buku nomor."),
    )


@transaction.atomic
def renumber_record(*, actor: User, meeting: Meeting, number: NewNumber) -> Record:
    """Give a locked berita acara another number for the one struck out. Raises NotAllowed, ImpossibleStep, DomainError."""
    held = held_minutes(actor, meeting)
    row = Record.objects.select_for_update(of=("self",)).filter(meeting=held).first()
    if row is None:
        raise _nothing_struck()
    row.number = _renumber(actor, held, RECORD, row.pk, number)
    row.save(update_fields=["number"])
    return row


@transaction.atomic
def renumber_minutes(*, actor: User, meeting: Meeting, number: NewNumber) -> Minutes:
    """Give a notula signed off another number for the one struck out. Raises NotAllowed, ImpossibleStep, DomainError."""
    held = held_minutes(actor, meeting)
    row = Minutes.objects.select_for_update(of=("self",)).filter(meeting=held).first()
    if row is None:
        raise _nothing_struck()
    row.words = _renumber(actor, held, MINUTES, row.pk, number).words
    row.save(update_fields=["words"])
    return row


def _renumber(actor: User, meeting: Meeting, kind: str, row: int, number: NewNumber) -> IssuedNumber:
    """The same words under the next number; the history names both."""
    old = required_struck(kind=kind, row=row, meeting=meeting)
    issued = number_paper(
        actor=actor, region=meeting.organiser, kind=kind, row=row, dated=clock.today(), subject=meeting.title,
        typed=number.typed, again=number.again, letter=_same_words(old),
    )  # fmt: skip
    write_event(meeting, actor, RENUMBERED, meeting.state, f"{old.number} → {issued.number}")
    touch(meeting)
    return issued


def _same_words(old: IssuedNumber) -> Callable[[Given], Letter]:
    return lambda given: replace(from_json(old.words), number=given.number)
