"""Signing the notula off: it gets its number and its words stay as they are."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.documents.letters import Letter, from_json, to_json
from agreements.services.paper_numbers import number_paper, numbers_of_row, paper_of
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import NotReady, StaleForm
from ksd.deadlines.services import meet_deadline
from meetings.choices import MinutesState
from meetings.models import Meeting, Minutes
from meetings.services.access import touch, write_event
from meetings.services.corrections import lacking_to_sign
from meetings.services.minutes import PAPER, TERM, held_minutes, letter_of, locked_minutes

SIGNED = "sahkan_notula"


@transaction.atomic
def sign_minutes(
    *, actor: User, meeting: Meeting, seen: int, number: str = "", again: bool = False
) -> Minutes:
    """Sign the notula off: it gets its number, its words stay. Raises NotReady, StaleForm, NotAllowed, DomainError."""
    held = held_minutes(actor, meeting)
    row = locked_minutes(held, MinutesState.KOREKSI)
    if row.revision != seen:
        raise StaleForm(_("Sementara itu notula ini diubah."), remedy=_("Baca yang terbaru, lalu sahkan."))
    lacks = lacking_to_sign(row)
    if lacks:
        raise NotReady(
            lacks[0], findings=tuple(lacks), remedy=_("Selesaikan koreksinya atau tunggu batas waktunya.")
        )
    row.state, row.signed_at, row.signed_by = MinutesState.DISAHKAN, clock.now(), actor
    issued = number_paper(
        actor=actor, region=held.organiser, kind=PAPER, row=row.pk, dated=clock.today(), subject=held.title,
        typed=number, again=again, letter=lambda given: letter_of(held, row, given.number),
    )  # fmt: skip
    row.words = issued.words or to_json(letter_of(held, row, issued.number))
    row.save(update_fields=["state", "signed_at", "signed_by", "words"])
    meet_deadline(actor=actor, subject=row, code=TERM, on=clock.today())
    write_event(held, actor, SIGNED, held.state, issued.number)
    touch(held)
    return row


def paper_of_minutes(meeting: Meeting, minutes: Minutes) -> Letter:
    """The notula as it is printed: signed off in the words it had then, before that as a draft."""
    if not minutes.words:
        return letter_of(meeting, minutes)
    issued = numbers_of_row(kind=PAPER, row=minutes.pk, region=meeting.organiser).first()
    return paper_of(issued) if issued is not None and issued.words else from_json(minutes.words)
