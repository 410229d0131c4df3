"""Django's entry to the core app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Shared floor: queue, files, PDF, audit, page components."""

    name = "ksd.core"
    label = "core"
    verbose_name = "Inti sistem"

    def ready(self) -> None:
        """Register the system checks."""
        from ksd.core import checks  # noqa: F401  registers by being imported
