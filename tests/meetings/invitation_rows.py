"""Invitees, letters and mails for tests."""

from datetime import date
from typing import Any

from django.core.mail import EmailMultiAlternatives
from icalendar import Calendar, Event

from ksd.core import clock
from ksd.core.jobs import run_job
from ksd.core.models import Job
from meetings.choices import InviteeRole
from meetings.models import Invitee, Meeting, MeetingLetter
from meetings.services.invitation_letters import (
    LetterData,
    LetterDay,
    default_letter,
    issue_meeting_letter,
    save_letter_draft,
)
from meetings.services.invitees import InviteeData, invite_one
from meetings.services.sending_letters import send_meeting_letter
from meetings.services.standing_letters import letter_kind_open, standing_letter
from meetings.tasks import INVITATION_JOB
from tests.conftest import Cast
from tests.meetings.rows import meeting


def invited(cast: Cast, row: Meeting, **facts: Any) -> Invitee:
    """One line of the list: the head of the delegation of Kutai Kartanegara, unless told otherwise."""
    given = {
        "title": "Asisten I (contoh)", "role": InviteeRole.KEPALA_DELEGASI, "region": cast.kukar, "email": "asisten@kukar.test",
    }  # fmt: skip
    return invite_one(actor=cast.biro, meeting=row, data=InviteeData(**(given | facts)))


def letter_data(row: Meeting, **facts: Any) -> LetterData:
    """A letter in the usual words."""
    kind = letter_kind_open(row, standing_letter(row)) or "undangan"
    return LetterData(
        **(default_letter(row, kind) | {"signer_name": "Contoh Pejabat", "signer_rank": ""} | facts)
    )


def issued(cast: Cast, row: Meeting, dated: date | None = None, **facts: Any) -> MeetingLetter:
    """The next letter, issued today."""
    row.refresh_from_db()
    save_letter_draft(actor=cast.biro, meeting=row, data=letter_data(row, **facts))
    return issue_meeting_letter(actor=cast.biro, meeting=row, day=LetterDay(dated=dated or clock.today()))


def agreed(cast: Cast, **facts: Any) -> Meeting:
    """A meeting whose plan is agreed, with Kutai Kartanegara and Kutai Barat."""
    return meeting(cast.biro, cast.kaltim, participants=(cast.kukar, cast.kubar), state="disetujui", **facts)


def sent(cast: Cast, row: Meeting) -> MeetingLetter:
    """The next letter issued and sent; the worker has not run yet."""
    letter = issued(cast, row)
    send_meeting_letter(actor=cast.biro, meeting=row)
    row.refresh_from_db()
    return letter


def work() -> None:
    """What the worker does when it comes back."""
    for job in Job.objects.filter(kind=INVITATION_JOB).order_by("pk"):
        run_job(job.pk)


def event_in(mail: EmailMultiAlternatives) -> tuple[Calendar, Event]:
    """The calendar of a mail and its one entry, read back."""
    raw = next(
        str(part.content) for part in mail.alternatives if str(part.mimetype).startswith("text/calendar")
    )
    calendar = Calendar.from_ical(raw)
    (event,) = calendar.walk("VEVENT")
    return calendar, event


def link_in(mail: EmailMultiAlternatives) -> str:
    """The path of the link in a mail."""
    address = next(word for word in str(mail.body).split() if "/undangan/" in word)
    return "/" + address.split("/", 3)[3]
