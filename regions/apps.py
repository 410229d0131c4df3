"""Django's entry to the regions app."""

from django.apps import AppConfig


class RegionsConfig(AppConfig):
    """Regions, their offices and officials."""

    name = "regions"
    label = "regions"
    verbose_name = "Wilayah"
