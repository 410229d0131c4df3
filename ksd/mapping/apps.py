"""Django's entry to the mapping of potentials."""

from importlib import import_module

from django.apps import AppConfig

# What says by being loaded that it is there: kinds of background work, needs of a step, matters of the daily sweep.
MODULES = (
    "ksd.mapping.tasks",
    "ksd.mapping.services.life",
    "ksd.mapping.services.reminders",
    "ksd.mapping.papers",
    "ksd.mapping.services.mentions",
    "ksd.mapping.services.matching.jobs",
)


class MappingConfig(AppConfig):
    """Mapping of potentials and needs (Pasal 5 and 25 Permendagri 22/2020)."""

    name = "ksd.mapping"
    label = "mapping"
    verbose_name = "Pemetaan potensi"

    def ready(self) -> None:
        """Load what makes itself known."""
        for name in MODULES:
            import_module(name)
