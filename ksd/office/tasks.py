"""What beat asks of the office: open the reports and plans that fall due, and tell superiors of late reports."""

from celery import shared_task

from agreements.services.plan_terms import open_plan_terms
from agreements.services.reports.asking import escalate_reports
from agreements.services.reports.opening import open_all_reports
from agreements.services.team_reports import open_team_reports


@shared_task
def sweep_reports() -> None:
    """Open every report and plan owed by today, then tell of the reports that are late."""
    open_all_reports()
    open_plan_terms()
    open_team_reports()
    escalate_reports()
