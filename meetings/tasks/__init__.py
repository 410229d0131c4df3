"""Background work of meetings."""

from meetings.tasks.reports import REPORT_JOB
from meetings.tasks.sendings import INVITATION_JOB, send_due, sweep_sendings

__all__ = ["INVITATION_JOB", "REPORT_JOB", "send_due", "sweep_sendings"]
