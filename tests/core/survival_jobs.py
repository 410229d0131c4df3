"""A slow job for the worker of test_job_survives."""

import time
from pathlib import Path

from celery import shared_task

from ksd.core.files import store_bytes
from ksd.core.jobs import Report, job_handler
from ksd.core.models import Job, StoredFile

STEPS = 8


@job_handler("uji_lambat")
def slow(job: Job, report: Report) -> StoredFile:
    """Take two seconds and leave one file."""
    for step in range(STEPS):
        report(step * 100 // STEPS, f"Langkah {step + 1}")
        time.sleep(0.25)
    return store_bytes(
        content=job.key.encode(), name=f"{job.key}.txt", content_type="text/plain", kind="uji_lambat"
    )


@shared_task
def leave_a_note(path: str) -> None:
    """Show that the worker takes what is sent."""
    Path(path).touch()
