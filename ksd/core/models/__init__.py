"""Rows of the shared floor: files, jobs, heartbeats, one-time form tokens, counters."""

from ksd.core.models.job import Job, JobState
from ksd.core.models.small import Counter, FormToken, Heartbeat
from ksd.core.models.stored_file import StoredFile

__all__ = ["Counter", "FormToken", "Heartbeat", "Job", "JobState", "StoredFile"]
