"""The demonstration as the stage on which the product is measured; set once a run."""

from functools import cache
from io import StringIO

from django.core.management import call_command


@cache
def set_stage() -> None:
    """Load reference data and play the demonstration."""
    for command in ("createcachetable", "reference", "demo"):
        call_command(command, stdout=StringIO())
