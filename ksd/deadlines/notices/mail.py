"""Sending the e-mails of notices: each claimed by one sweep, tried five times with growing pauses."""

from datetime import timedelta

import structlog
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.utils import translation

from ksd.core import clock
from ksd.core.language import INDONESIAN
from ksd.deadlines.models import EmailState, Notice

logger = structlog.get_logger(__name__)
MAX_ATTEMPTS = 5
BATCH = 100
# A sweep that died while sending is taken to have failed after this long.
CLAIM = timedelta(minutes=15)


def sweep_mail() -> int:
    """Send what is due; return how many went out."""
    now = clock.now()
    open_states = Q(email_state__in=(EmailState.DUE, EmailState.SENDING), email_due_at__lte=now)
    Notice.objects.filter(open_states, attempts__gte=MAX_ATTEMPTS).update(email_state=EmailState.FAILED)
    due = Notice.objects.filter(open_states, attempts__lt=MAX_ATTEMPTS)
    sent = 0
    with get_connection() as mailbox:
        for pk in list(due.order_by("email_due_at", "pk").values_list("pk", flat=True)[:BATCH]):
            claimed = due.filter(pk=pk).update(
                email_state=EmailState.SENDING, attempts=F("attempts") + 1, email_due_at=now + CLAIM
            )
            sent += bool(claimed) and _deliver(pk, mailbox)
    return sent


def _deliver(pk: int, mailbox: BaseEmailBackend) -> bool:
    """Send one claimed notice and write down how that went."""
    notice = Notice.objects.select_related("user").prefetch_related("lines").get(pk=pk)
    mine = Notice.objects.filter(pk=pk, email_state=EmailState.SENDING, attempts=notice.attempts)
    if not (notice.user.is_active and notice.user.email):
        mine.update(email_state=EmailState.NONE, email_due_at=None)
        return False
    try:
        _message(notice, mailbox).send()
    except Exception as error:  # SMTP and file back ends fail in many ways
        logger.warning("mail_failed", notice=pk, attempt=notice.attempts, error=repr(error))
        last = notice.attempts >= MAX_ATTEMPTS
        pause = timedelta(minutes=5 ** (notice.attempts - 1))
        mine.update(
            email_state=EmailState.FAILED if last else EmailState.DUE,
            email_due_at=None if last else clock.now() + pause,
        )
        return False
    mine.update(email_state=EmailState.SENT, emailed_at=clock.now(), email_due_at=None)
    return True


def _message(notice: Notice, mailbox: BaseEmailBackend) -> EmailMultiAlternatives:
    base = settings.KSD_BASE_URL.rstrip("/")
    lines = [
        {"text": line.text, "url": f"{base}{line.link}" if line.link else ""} for line in notice.lines.all()
    ]
    context = {
        "notice": notice,
        "lines": lines,
        "url": f"{base}{notice.link}" if notice.link else base,
    }
    with translation.override(INDONESIAN):
        message = EmailMultiAlternatives(
            subject=f"[KSD] {notice.title}".replace("\n", " ")[:200],
            body=render_to_string("deadlines/mail/notice.txt", context),
            to=[notice.user.email],
            connection=mailbox,
        )
        message.attach_alternative(render_to_string("deadlines/mail/notice.html", context), "text/html")
    return message
