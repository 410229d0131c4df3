"""Load the reference data every installation needs."""

from typing import Any

from django.core.management.base import BaseCommand

from agreements import reference as agreements_reference
from boundaries import reference as boundaries_reference
from ksd.deadlines import reference as deadlines_reference
from regions import reference as regions_reference


class Command(BaseCommand):
    """Load regions, urusan, legal bases, holidays and clauses; safe to run again."""

    help = "Memuat data rujukan: wilayah, urusan, dasar hukum, hari libur, pustaka klausul, segmen batas."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Run each app's loader and print what it did."""
        for loader in (regions_reference, deadlines_reference, agreements_reference, boundaries_reference):
            self.stdout.write(loader.load())
