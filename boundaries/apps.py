"""Django's entry to the boundaries app."""

from django.apps import AppConfig


class BoundariesConfig(AppConfig):
    """Boundary segments and disputes."""

    name = "boundaries"
    label = "boundaries"
    verbose_name = "Batas daerah"
