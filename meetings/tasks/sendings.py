"""Sending letters of meetings by mail: each row is claimed by one worker, sent, and written down.

A worker that dies leaves its claim; when that has run out another takes the row. Rows already sent are never taken.
"""

from datetime import timedelta
from typing import Any

import structlog
from celery import shared_task
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext as _

from agreements.documents.letters import from_json, letter_html
from agreements.documents.stamp import stamp_of, stamped
from agreements.models import IssuedFile
from agreements.tasks.letters import LETTER_FILE
from ksd.accounts.access import may
from ksd.core import clock
from ksd.core.files import store_bytes
from ksd.core.jobs import Report, job_handler, job_viewer
from ksd.core.models import Job, StoredFile
from ksd.core.pdf import render_pdf
from meetings.choices import Answer, SendState
from meetings.models import Invitee, MeetingLetter, Sending
from meetings.notices.invitations import invitation_mail
from meetings.querysets import ANSWERABLE, MOST_ATTEMPTS

logger = structlog.get_logger(__name__)
INVITATION_JOB = "undangan_rapat"
BATCH = 100
CLAIM = timedelta(minutes=10)


@job_handler(INVITATION_JOB)
def send_letter_mails(job: Job, report: Report) -> None:
    """Send every mail of one letter that is due; what fails for now is left to the sweep."""
    due = Sending.objects.due().filter(letter=job.payload["letter"])
    waiting = list(due.order_by("pk").values_list("pk", flat=True))
    with get_connection() as mailbox:
        for number, pk in enumerate(waiting, start=1):
            report(
                100 * number // (len(waiting) + 1),
                _("Mengirim %(n)d dari %(all)d") % {"n": number, "all": len(waiting)},
            )
            send_one(pk, mailbox)


@job_viewer(INVITATION_JOB)
def may_see_sending(user: Any, job: Job) -> bool:
    """Whoever manages the meeting."""
    letter = (
        MeetingLetter.objects.select_related("meeting__organiser").filter(pk=job.payload["letter"]).first()
    )
    return letter is not None and may(user, "meetings.manage", letter.meeting.organiser)


@shared_task
def sweep_sendings() -> None:
    """Send what a job left behind."""
    send_due()


def send_due() -> int:
    """Send the mails that are due, at most a hundred at a time; how many went out."""
    Sending.objects.exhausted().update(state=SendState.GAGAL)
    waiting = list(Sending.objects.due().order_by("due_at", "pk").values_list("pk", flat=True)[:BATCH])
    if not waiting:
        return 0
    with get_connection() as mailbox:
        return sum(send_one(pk, mailbox) for pk in waiting)


def send_one(pk: int, mailbox: BaseEmailBackend) -> bool:
    """Claim one mail and send it; False when another worker has it, it is no longer wanted, or it failed."""
    claimed = (
        Sending.objects.due()
        .filter(pk=pk)
        .update(state=SendState.DIKIRIM, attempts=F("attempts") + 1, due_at=clock.now() + CLAIM)
    )
    if not claimed:
        return False
    related = ("invitee__region", "invitee__office", "letter__number", "letter__paper__file")
    meeting = ("letter__meeting__organiser_office", "letter__meeting__organiser", "invitee__meeting")
    sending = Sending.objects.select_related(*related, *meeting).get(pk=pk)
    mine = Sending.objects.filter(pk=pk, state=SendState.DIKIRIM, attempts=sending.attempts)
    if not is_wanted(sending):
        mine.update(state=SendState.DILEWATI)
        return False
    try:
        paper = None if sending.takes_back else _paper_or_none(sending.letter)
        invitation_mail(sending, paper, mailbox).send()
    except Exception as error:  # SMTP and file back ends fail in many ways
        logger.warning("invitation_failed", sending=pk, attempt=sending.attempts, error=repr(error))
        _put_off(mine, sending.attempts)
        return False
    return bool(mine.update(state=SendState.TERKIRIM, sent_at=clock.now(), trouble=""))


def _put_off(mine: "QuerySet[Sending]", attempts: int) -> None:
    """Wait longer before each further attempt; after the last one say so."""
    mine.update(
        state=SendState.GAGAL if attempts >= MOST_ATTEMPTS else SendState.ANTRE,
        due_at=clock.now() + timedelta(minutes=5 ** (attempts - 1)),
        trouble=_("Server surel menolak atau tidak dapat dihubungi (percobaan ke-%d).") % attempts,
    )


def is_wanted(sending: Sending) -> bool:
    """Whether the mail still says what is so: no later letter, not struck out, and a reminder only to the silent."""
    letter, invitee = sending.letter, sending.invitee
    if sending.takes_back:
        return invitee.is_withdrawn and not _is_invited_again(sending)
    if invitee.is_withdrawn or not letter.stands:
        return False
    if (
        MeetingLetter.objects.standing()
        .filter(meeting=letter.meeting_id, sequence__gt=letter.sequence)
        .exists()
    ):
        return False
    if letter.calls_off:
        return True
    if letter.meeting.state not in ANSWERABLE or letter.meeting.ends_at <= clock.now():
        return False
    return not (sending.round and invitee.answer != Answer.BELUM)


def _is_invited_again(sending: Sending) -> bool:
    """Whether the same mailbox stands on another line of the list meanwhile."""
    others = Invitee.objects.current().filter(meeting=sending.letter.meeting_id)
    return others.filter(email__iexact=sending.email).exists()


def _paper_or_none(letter: MeetingLetter) -> StoredFile | None:
    """The letter to attach; a mail says everything that counts without it, so a faulty printer holds nobody up."""
    try:
        return paper_of(letter)
    except Exception:
        logger.warning("letter_not_printed", letter=letter.pk, exc_info=True)
        return None


def paper_of(letter: MeetingLetter) -> StoredFile | None:
    """The letter as PDF in the words it was issued with: printed once, for the first mail that needs it."""
    issued = letter.paper
    if issued is None:
        return None
    if issued.file is None:
        words = from_json(letter.words)
        stored = store_bytes(
            content=render_pdf(stamped(letter_html(words), stamp_of(issued))),
            name=f"{slugify(words.subject)[:80] or 'surat'}.pdf",
            content_type="application/pdf",
            kind=LETTER_FILE,
            actor=issued.asked_by,
        )
        IssuedFile.objects.settle(issued.pk, stored)
        issued.refresh_from_db()
    return issued.file
