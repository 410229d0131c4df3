"""Django's entry to the core app."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Shared floor: queue, files, PDF, audit, page components."""

    name = "ksd.core"
    label = "core"
    verbose_name = "Inti sistem"

    def import_models(self) -> None:
        """Give form and model fields our own words before any of them is made; then go on as usual."""
        from ksd.core.field_messages import speak_plainly

        speak_plainly()
        super().import_models()

    def ready(self) -> None:
        """Register the system checks."""
        from ksd.core import checks  # noqa: F401  registers by being imported
