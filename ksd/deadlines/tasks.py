"""What beat asks of the deadlines app."""

from celery import shared_task

from ksd.deadlines import notices


@shared_task
def sweep_reminders() -> None:
    """Tell people of the terms that draw near."""
    notices.sweep_reminders()


@shared_task
def sweep_mail() -> None:
    """Send the e-mails that are due."""
    notices.sweep_mail()
