"""Doing a job once, however often the queue delivers it and whichever worker dies over it."""

import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import structlog
from django.conf import settings
from django.db import connections, transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from ksd.core import clock
from ksd.core.errors import DomainError
from ksd.core.jobs import registry
from ksd.core.models import Job, JobState, StoredFile

logger = structlog.get_logger(__name__)

MAX_ATTEMPTS = 3
GAVE_UP = (
    "Tugas ini gagal setelah tiga kali dicoba. Silakan minta sekali lagi; bila tetap gagal, hubungi admin."
)


class LostLease(Exception):  # noqa: N818  it is a fact about the lease, no error of the handler
    """Another worker holds the job now; what this one still does must not count."""


def _lease() -> timedelta:
    return timedelta(seconds=settings.KSD_JOB_LEASE_SECONDS)


class Hold:
    """One worker's hold on one attempt of a job."""

    def __init__(self, job: Job) -> None:
        """The attempt's number tells this hold from every later one."""
        self.job_id, self.attempt = job.pk, job.attempts
        self._released = threading.Event()

    def rows(self) -> QuerySet[Job]:
        """Return the job's row as long as this hold is the valid one."""
        return Job.objects.filter(pk=self.job_id, state=JobState.RUNNING, attempts=self.attempt)

    def report(self, progress: int, message: str) -> None:
        """Tell people how far it is, and lengthen the lease."""
        told = self.rows().update(
            progress=max(0, min(99, int(progress))), message=message[:200], lease_until=clock.now() + _lease()
        )
        if not told:
            raise LostLease

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Lengthen the lease from a thread while the work goes on."""
        thread = threading.Thread(target=self._renew, name=f"lease-{self.job_id}", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._released.set()
            thread.join()

    def _renew(self) -> None:
        try:
            while not self._released.wait(settings.KSD_JOB_LEASE_SECONDS / 3):
                try:
                    if not self.rows().update(lease_until=clock.now() + _lease()):
                        return
                except Exception:  # a lost database is the main thread's to report
                    logger.warning("lease_not_renewed", job=self.job_id, exc_info=True)
        finally:
            connections.close_all()


def run_job(job_id: int) -> bool:
    """Do a queued or abandoned job; False when there was nothing to do or it did not succeed."""
    job = _claim(job_id)
    if job is None:
        return False
    hold = Hold(job)
    try:
        with hold.kept():
            result = registry.handler(job.kind)(job, hold.report)
    except LostLease:
        logger.warning("lease_lost", job=job_id, attempt=hold.attempt)
        return False
    except DomainError as error:
        # The rules refuse: trying again would be refused again.
        _fail(hold, " ".join(filter(None, (str(error), error.remedy))), "")
        return False
    except Exception:
        logger.exception("job_failed", job=job_id, kind=job.kind, attempt=hold.attempt)
        _try_later_or_fail(hold, traceback.format_exc()[-4000:])
        return False
    return _finish(hold, result)


def _claim(job_id: int) -> Job | None:
    """Take the job by one conditional UPDATE; of several workers only one gets it."""
    now = clock.now()
    free = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, lease_until__lt=now)
    taken = Job.objects.filter(free, pk=job_id, attempts__lt=MAX_ATTEMPTS).update(
        state=JobState.RUNNING,
        attempts=F("attempts") + 1,
        lease_until=now + _lease(),
        started_at=Coalesce("started_at", now),
        progress=0,
        message="",
    )
    return Job.objects.get(pk=job_id) if taken else None


@transaction.atomic
def _finish(hold: Hold, result: StoredFile | None) -> bool:
    return bool(
        hold.rows().update(
            state=JobState.DONE,
            progress=100,
            message="",
            error="",
            detail="",
            result=result,
            finished_at=clock.now(),
            lease_until=None,
        )
    )


def _fail(hold: Hold, error: str, detail: str) -> None:
    hold.rows().update(
        state=JobState.FAILED,
        error=error,
        detail=detail,
        message="",
        finished_at=clock.now(),
        lease_until=None,
    )


def _try_later_or_fail(hold: Hold, detail: str) -> None:
    """Leave the job to the sweep for another attempt, or give up after the third."""
    if hold.attempt >= MAX_ATTEMPTS:
        _fail(hold, GAVE_UP, detail)
        return
    hold.rows().update(
        state=JobState.QUEUED,
        detail=detail,
        message=f"Percobaan ke-{hold.attempt} gagal; akan dicoba lagi.",
        lease_until=None,
        sent_at=clock.now(),
    )
