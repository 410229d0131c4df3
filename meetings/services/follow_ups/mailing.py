"""The e-mail with a safe link; the secret is born while it is sent, so that neither the queue nor a table ever holds it."""

from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ksd.core import clock
from ksd.core.jobs import Report, job_handler
from ksd.core.language import INDONESIAN
from ksd.core.models import Job
from meetings.models import FollowUp
from meetings.models.links import LinkAct
from meetings.services.links import new_link

LINK_MAIL = "follow_up_link_mail"


@job_handler(LINK_MAIL)
def send_link_mail(job: Job, report: Report) -> None:
    """Send one link; done twice it sends a second one, and each counts once."""
    report(20, _("Menyusun surel"))
    rows = FollowUp.objects.agreed().owed().for_list()
    follow_up = rows.filter(pk=job.payload["follow_up"]).first()
    if follow_up is None:  # done or stopped while the mail waited
        return
    until = clock.now() + timedelta(days=job.payload["days"])
    token = new_link(LinkAct.TINDAK_LANJUT, follow_up=follow_up, until=until)
    base = settings.KSD_BASE_URL.rstrip("/")
    context = {
        "follow_up": follow_up,
        "until": until,
        "url": f"{base}{reverse('meetings:follow_up_link', args=[token])}",
    }
    with translation.override(INDONESIAN):
        EmailMessage(
            subject=f"[KSD] Laporkan tindak lanjut: {follow_up}".replace("\n", " ")[:200],
            body=render_to_string("meetings/mail/follow_up_link.txt", context),
            to=[job.payload["address"]],
        ).send()
