"""The mail to who was struck off after the letter reached them: the invitation no longer holds, the calendar forgets it."""

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.jobs import request_job
from meetings.choices import SendState
from meetings.models import Invitee, Sending
from meetings.tasks import INVITATION_JOB

# A mail in these states is in somebody's box, or on its way there.
ARRIVED = (SendState.DIKIRIM, SendState.TERKIRIM)


def last_mail(invitee: Invitee) -> Sending | None:
    """The newest letter this invitee got by mail, if that still calls to the meeting."""
    sent = invitee.sendings.filter(state__in=ARRIVED, takes_back=False)
    last = sent.select_related("letter__meeting").order_by("-letter__sequence", "-round").first()
    return None if last is None or last.letter.calls_off else last


def take_back_mail(*, actor: User, invitee: Invitee) -> Sending | None:
    """Queue the mail that takes the invitation back; None for whom no letter reached by mail."""
    last = last_mail(invitee)
    if last is None:
        return None
    letter, now = last.letter, clock.now()
    rounds = invitee.sendings.filter(letter=letter).aggregate(last=Max("round"))["last"] or 0
    row = Sending.objects.create(
        invitee=invitee, letter=letter, round=rounds + 1, takes_back=True, email=last.email, queued_at=now, due_at=now
    )  # fmt: skip
    request_job(
        kind=INVITATION_JOB,
        key=f"surat-{letter.pk}-{row.pk}",
        payload={
            "letter": letter.pk,
            "result_url": reverse("meetings:invitations", args=[letter.meeting.public_id]),
        },
        actor=actor,
        label=_("Mengirim surel penarikan undangan"),
    )
    return row
