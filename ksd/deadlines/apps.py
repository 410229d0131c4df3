"""Django's entry to the deadlines app."""

from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    """Statutory terms, working days, reminders and notices."""

    name = "ksd.deadlines"
    label = "deadlines"
    verbose_name = "Tenggat dan pemberitahuan"
