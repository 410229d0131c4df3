"""Django's entry to the meetings app."""

from importlib import import_module

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Rakor and TKKSD meetings."""

    name = "meetings"
    label = "meetings"
    verbose_name = "Rapat koordinasi"

    def ready(self) -> None:
        """Say which papers of ours bear a number."""
        import_module("meetings.papers")
