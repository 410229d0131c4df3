"""Django's entry to the meetings app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Rakor and TKKSD meetings."""

    name = "meetings"
    label = "meetings"
    verbose_name = "Rapat koordinasi"
