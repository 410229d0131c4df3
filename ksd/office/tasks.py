"""What beat asks of the office: open the reports and plans that fall due, remind whom an invitation found silent."""

from celery import shared_task

from agreements.services.plan_terms import open_plan_terms
from agreements.services.reports.opening import open_all_reports
from agreements.services.team_reports import open_team_reports
from meetings.services.sending_letters import remind_all_silent


@shared_task
def sweep_reports() -> None:
    """Open every report and plan owed by today."""
    open_all_reports()
    open_plan_terms()
    open_team_reports()


@shared_task
def remind_invitees() -> None:
    """Remind those who have not answered the invitation to a meeting that draws near."""
    remind_all_silent()
