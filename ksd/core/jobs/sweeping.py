"""Catching up: what the queue lost is sent again, what died three times is given up."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q

from ksd.core import clock
from ksd.core.jobs.running import MAX_ATTEMPTS
from ksd.core.jobs.sending import send_to_worker
from ksd.core.models import FormToken, Job, JobState

BATCH = 50
DIED = (
    "Pekerja berhenti di tengah jalan tiga kali saat mengerjakan tugas ini. "
    "Silakan minta sekali lagi; bila tetap gagal, hubungi admin."
)
TOKENS_KEPT_DAYS = 30


def sweep_jobs() -> int:
    """Send queued jobs nobody took and jobs whose worker died; return how many were sent."""
    now = clock.now()
    abandoned = Q(state=JobState.RUNNING, lease_until__lt=now)
    Job.objects.filter(abandoned, attempts__gte=MAX_ATTEMPTS).update(
        state=JobState.FAILED, error=DIED, message="", finished_at=now, lease_until=None
    )
    not_just_sent = Q(sent_at=None) | Q(sent_at__lt=now - timedelta(seconds=settings.KSD_JOB_RESEND_SECONDS))
    waiting = Job.objects.filter(Q(state=JobState.QUEUED) | abandoned).filter(not_just_sent)
    sent = 0
    for job_id in waiting.order_by("sent_at", "pk").values_list("pk", flat=True)[:BATCH]:
        if not waiting.filter(pk=job_id).update(sent_at=now):
            continue  # another sweep was faster
        if not send_to_worker(job_id):
            break
        sent += 1
    FormToken.objects.filter(used_at__lt=now - timedelta(days=TOKENS_KEPT_DAYS)).delete()
    return sent
