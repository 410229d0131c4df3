"""What beat asks of the office: open the reports that fall due, and tell superiors of late ones."""

from celery import shared_task

from agreements.services.reports.asking import escalate_reports
from agreements.services.reports.opening import open_all_reports


@shared_task
def sweep_reports() -> None:
    """Open every report owed by today, then tell of those that are late."""
    open_all_reports()
    escalate_reports()
