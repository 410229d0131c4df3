"""Django's entry to the agreements app."""

from importlib import import_module

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Cooperation cases and their naskah."""

    name = "agreements"
    label = "agreements"
    verbose_name = "Kerja sama"

    def ready(self) -> None:
        """Check the law packs and let the queue know our kinds of work."""
        import_module("agreements.checks")
        import_module("agreements.tasks")
