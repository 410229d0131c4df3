"""Django's entry to the boundaries app."""

from importlib import import_module

from django.apps import AppConfig


class BoundariesConfig(AppConfig):
    """Boundary segments and disputes."""

    name = "boundaries"
    label = "boundaries"
    verbose_name = "Batas daerah"

    def ready(self) -> None:
        """Let the queue know our kinds of work and the number book our papers."""
        import_module("boundaries.tasks")
        import_module("boundaries.services.importing.jobs")
        import_module("boundaries.services.neighbour_jobs")
        import_module("boundaries.papers").register()
