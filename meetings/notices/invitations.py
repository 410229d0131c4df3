"""The mail that brings one letter to one invitee, with its calendar entry and the link to answer by."""

from datetime import datetime
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from ksd.core.files import read_bytes
from ksd.core.language import INDONESIAN
from ksd.core.models import StoredFile
from meetings.choices import Answer, LetterKind
from meetings.documents.invitation_calendar import invitation_calendar, method_of
from meetings.documents.invitations import SUBJECTS, day_words, hours_words, place_words
from meetings.models import Invitee, Meeting, MeetingLetter, Sending
from meetings.models.links import LinkAct
from meetings.notices.links import new_link

LONGEST_SUBJECT = 200


def answer_address(token: str) -> str:
    """The whole address of a link to answer by."""
    return f"{settings.KSD_BASE_URL.rstrip('/')}{reverse('rsvp:answer', args=[token])}"


def link_to_answer(invitee: Invitee) -> str:
    """A new link for one answer; it lives until the meeting ends."""
    token = new_link(LinkAct.JAWAB, invitee=invitee, until=invitee.meeting.ends_at)
    return answer_address(token)


def invitation_mail(
    sending: Sending, paper: StoredFile | None, mailbox: BaseEmailBackend
) -> EmailMultiAlternatives:
    """The mail of one sending; made anew it bears the same Message-ID, so that mail programs know it again."""
    letter, invitee = sending.letter, sending.invitee
    asks = not (letter.calls_off or sending.takes_back)
    url = link_to_answer(invitee) if asks else ""
    words = _words(sending, url)
    with translation.override(INDONESIAN):
        page = "taken_back" if sending.takes_back else "invitation"
        body = render_to_string(f"meetings/mail/{page}.txt", words)
    office = letter.meeting.organiser_office
    message = EmailMultiAlternatives(
        subject=" ".join(_subject(sending).split())[:LONGEST_SUBJECT],
        body=body,
        to=[sending.email],
        cc=_delegate(sending),
        reply_to=[office.email] if office and office.email else None,
        headers={"Message-ID": message_id(sending)},
        connection=mailbox,
    )
    note, back = words["calendar_text"], sending.takes_back
    calendar = invitation_calendar(letter, invitee, description=note, taken_back=back).decode()
    message.attach_alternative(calendar, f"text/calendar; method={method_of(letter, taken_back=back)}")
    message.attach("undangan.ics", calendar, "application/ics")
    if paper is not None:
        message.attach(paper.name, read_bytes(paper), "application/pdf")
    return message


def message_id(sending: Sending) -> str:
    """The name of a mail among all mails, the same for every attempt."""
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    meeting, letter = sending.letter.meeting, sending.letter
    return f"<rapat-{meeting.public_id}.{letter.sequence}.{sending.round}.{sending.invitee.public_id}@{host}>"


def whatsapp_text(invitee: Invitee, meeting: Meeting, url: str) -> str:
    """A short message with the link, to be copied into another messenger."""
    with translation.override(INDONESIAN):
        return render_to_string(
            "meetings/mail/message.txt",
            {"invitee": invitee, "meeting": meeting, "url": url, **_when(meeting)},
        ).strip()


def _delegate(sending: Sending) -> list[str]:
    """A delegate already named hears of changes too."""
    invitee = sending.invitee
    named = invitee.answer == Answer.DIWAKILI and invitee.delegate_email not in {"", sending.email}
    return [invitee.delegate_email] if named else []


def _subject(sending: Sending) -> str:
    letter = sending.letter
    reminds = "Pengingat: undangan" if sending.round else SUBJECTS[letter.kind]
    head = "Penarikan undangan" if sending.takes_back else reminds
    return f"{head} {letter.told['title']}, {day_words(letter.starts_at or letter.meeting.starts_at)}"


def _words(sending: Sending, url: str) -> dict[str, Any]:
    letter, invitee, meeting = sending.letter, sending.invitee, sending.letter.meeting
    answered = invitee.answer != Answer.BELUM
    ask = f"Jawab undangan ini lewat {url} paling lambat sebelum rapat berakhir." if url else ""
    number = letter.number.number if letter.number else ""
    return {
        "letter": letter,
        "invitee": invitee,
        "meeting": meeting,
        "number": number,
        "dated": letter.dated,
        "url": url,
        "answered": answered,
        "reminder": bool(sending.round),
        "change": letter.kind == LetterKind.PERUBAHAN,
        "paragraphs": [line.strip() for line in letter.opening.splitlines() if line.strip()],
        "calendar_text": "\n".join(part for part in (f"Surat Nomor {number}", ask) if part),
        **_when(meeting),
        **_as_told(letter),
    }


def _when(meeting: Meeting) -> dict[str, str]:
    return {
        "title": meeting.title,
        "day": day_words(meeting.starts_at),
        "hours": hours_words(meeting.starts_at, meeting.ends_at),
        "place": place_words(meeting),
    }


def _as_told(letter: MeetingLetter) -> dict[str, str]:
    told = letter.told
    starts, ends = (datetime.fromisoformat(told[name]) for name in ("starts_at", "ends_at"))
    return {
        "title": told["title"], "place": told["place"], "day": day_words(starts), "hours": hours_words(starts, ends),
    }  # fmt: skip
