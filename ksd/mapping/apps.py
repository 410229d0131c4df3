"""Django's entry to the mapping of potentials."""

from importlib import import_module

from django.apps import AppConfig


class MappingConfig(AppConfig):
    """Mapping of potentials and needs (Pasal 5 and 25 Permendagri 22/2020)."""

    name = "ksd.mapping"
    label = "mapping"
    verbose_name = "Pemetaan potensi"

    def ready(self) -> None:
        """Let the queue know our kinds of work."""
        import_module("ksd.mapping.tasks")
