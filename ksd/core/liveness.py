"""Signs of life of worker and beat, for /healthz."""

from datetime import timedelta

import structlog
from django.db import DatabaseError, connections

from ksd.core import clock
from ksd.core.models import Heartbeat, Job, JobState

logger = structlog.get_logger(__name__)
FRESH = timedelta(seconds=60)


def leave_heartbeat(name: str) -> None:
    """Write a sign of life; a lost database must not stop the part that lives.

    The connection is closed again: the worker's main process forks children, which must not share it.
    """
    try:
        Heartbeat.objects.update_or_create(name=name, defaults={"beat_at": clock.now()})
    except DatabaseError as error:
        logger.warning("heartbeat_not_written", part=name, error=repr(error))
    finally:
        if not connections["default"].in_atomic_block:
            connections.close_all()


def living_parts() -> dict[str, bool]:
    """Tell of worker and beat whether each gave a sign within the last minute."""
    fresh = Heartbeat.objects.filter(beat_at__gt=clock.now() - FRESH).values_list("name", flat=True)
    names = set(fresh)
    return {name: name in names for name in ("worker", "beat")}


def look_for_worker(job: Job) -> Job:
    """Note on a job that waits whether there is no worker at present, so that its page can say so."""
    job.worker_away = job.state == JobState.QUEUED and not living_parts()["worker"]
    return job
