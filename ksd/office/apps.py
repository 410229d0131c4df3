"""Django's entry to the office app."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """Pages that look across the apps."""

    name = "ksd.office"
    label = "office"
    verbose_name = "Kantor"
