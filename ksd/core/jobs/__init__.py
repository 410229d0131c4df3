"""Background work that survives a killed worker and a lost broker."""

from ksd.core.jobs.registry import Report, job_handler, job_viewer, may_view
from ksd.core.jobs.requesting import request_job, requeue_job
from ksd.core.jobs.running import run_job
from ksd.core.jobs.sweeping import sweep_jobs

__all__ = [
    "Report",
    "job_handler",
    "job_viewer",
    "may_view",
    "request_job",
    "requeue_job",
    "run_job",
    "sweep_jobs",
]
