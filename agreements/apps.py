"""Django's entry to the agreements app."""

from importlib import import_module

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Cooperation cases and their naskah."""

    name = "agreements"
    label = "agreements"
    verbose_name = "Kerja sama"

    def ready(self) -> None:
        """Check the law packs; let the queue know our kinds of work, and the reminders what we watch."""
        import_module("agreements.checks")
        import_module("agreements.tasks")
        import_module("agreements.services.reports.asking")
