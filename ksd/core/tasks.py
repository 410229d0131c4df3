"""What the worker and beat are asked to do for the shared floor."""

import gc
import time
from typing import Any

from celery import shared_task
from celery.signals import after_task_publish, beat_init, heartbeat_sent, worker_process_init, worker_ready

from ksd.core import jobs, pdf
from ksd.core.liveness import leave_heartbeat


@shared_task
def run_job(job_id: int) -> None:
    """Do one job."""
    jobs.run_job(job_id)


@shared_task
def sweep_jobs() -> None:
    """Send forgotten jobs again."""
    jobs.sweep_jobs()


@shared_task
def beat_heartbeat() -> None:
    """Show that the worker takes what beat sends; that beat sends is noted when it does."""
    leave_heartbeat("worker")


@after_task_publish.connect(sender="ksd.core.tasks.beat_heartbeat")
def beat_is_alive(**_signal: Any) -> None:
    """Note, within beat's own process, that it sends."""
    leave_heartbeat("beat")


@beat_init.connect
def beat_has_begun(**_signal: Any) -> None:
    """Note beat's first sign of life, before its first task is due."""
    leave_heartbeat("beat")


@worker_ready.connect
def worker_has_begun(**_signal: Any) -> None:
    """Note the worker's first sign of life."""
    leave_heartbeat("worker")


class _Pulse:
    """When this worker last left its sign of life (monotonic seconds); it beats every two, which is too often."""

    last = 0.0


@heartbeat_sent.connect
def worker_is_alive(**_signal: Any) -> None:
    """Note that the worker's main process lives even while every child is busy."""
    if time.monotonic() - _Pulse.last >= 10:
        _Pulse.last = time.monotonic()
        leave_heartbeat("worker")


@worker_process_init.connect
def warm_up(**_signal: Any) -> None:
    """Let WeasyPrint read its fonts before the first person waits for it."""
    pdf.warm_up()
    # What is loaded by now stays; the collector need not look through it again in the middle of every document.
    gc.collect()
    gc.freeze()
