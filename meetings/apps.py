"""Django's entry to the meetings app."""

from importlib import import_module

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Rakor and TKKSD meetings."""

    name = "meetings"
    label = "meetings"
    verbose_name = "Rapat koordinasi"

    def ready(self) -> None:
        """Let the queue know our kinds of work, the number book our papers, a meeting its follow-ups, a segment its meetings."""
        import_module("meetings.tasks")
        import_module("meetings.papers").register()
        import_module("meetings.services.follow_ups.closing")
        import_module("meetings.services.mentions")
