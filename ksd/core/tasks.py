"""What the worker and beat are asked to do for the shared floor."""

from celery import shared_task


@shared_task
def run_job(job_id: int) -> None:
    """Do one job."""


@shared_task
def sweep_jobs() -> None:
    """Send forgotten jobs again."""


@shared_task
def beat_heartbeat() -> None:
    """Leave a sign of life."""
