"""Django's entry to the agreements app."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Cooperation cases and their naskah."""

    name = "agreements"
    label = "agreements"
    verbose_name = "Kerja sama"
