"""Asking for background work: the row is the promise, the queue only a hint."""

from functools import partial
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from ksd.core.jobs import registry
from ksd.core.jobs.sending import send_to_worker
from ksd.core.models import Job, JobState


@transaction.atomic
def request_job(
    *, kind: str, key: str, payload: dict[str, Any], actor: AbstractBaseUser | None, label: str
) -> Job:
    """Return the job for this kind and key: the one that lives or is done, a failed one queued again, or a new one."""
    if not registry.is_known(kind):
        msg = f"no handler for jobs of kind {kind!r}"
        raise LookupError(msg)
    wish = {"payload": payload, "label": label[:200], "created_by_id": actor.pk if actor else None}
    job, is_new = Job.objects.get_or_create(kind=kind, key=key, defaults={**wish, "sent_at": clock.now()})
    if is_new or _queue_again(job, **wish):
        _send_after_commit(job)
    return job


@transaction.atomic
def requeue_job(*, job: Job, actor: AbstractBaseUser) -> Job:
    """Give a failed job three new attempts; any other is left alone with a word why."""
    if not _queue_again(job, created_by_id=job.created_by_id or actor.pk):
        raise ImpossibleStep(
            _("Tugas “%(job)s” tidak dapat dikirim ulang karena keadaannya %(state)s.")
            % {"job": job.label, "state": job.get_state_display().lower()},
            remedy=_("Hanya tugas yang gagal yang dapat dikirim ulang."),
        )
    _send_after_commit(job)
    return job


def _queue_again(job: Job, **wish: Any) -> bool:
    """Put a failed job back to the start; only one of several askers succeeds."""
    fresh = {
        "state": JobState.QUEUED,
        "attempts": 0,
        "progress": 0,
        "message": "",
        "error": "",
        "detail": "",
        "finished_at": None,
        "lease_until": None,
        "sent_at": clock.now(),
    }
    changed = Job.objects.filter(pk=job.pk, state=JobState.FAILED).update(**fresh, **wish)
    if changed:
        job.refresh_from_db()
    return bool(changed)


def _send_after_commit(job: Job) -> None:
    transaction.on_commit(partial(send_to_worker, job.pk), robust=True)
