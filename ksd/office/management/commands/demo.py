"""Fill an installation with demonstration data."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from boundaries import demo as boundaries_demo
from ksd.mapping.demo import play_mapping
from ksd.office.demo import cases, laws, people, teams, triage
from meetings import demo as meetings_demo


class Command(BaseCommand):
    """Build invented people and cases; safe to run again."""

    help = "Memuat data contoh: Kaltim, sepuluh kabupaten/kota, petugas rekaan, dan kerja sama contoh."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer the list of sign-ins."""
        parser.add_argument("--sign-ins", action="store_true", help="Tampilkan saja daftar akun contoh.")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Build, or only list who may sign in."""
        if not options["sign_ins"]:
            people.build()
            teams.build()
            played = cases.build()
            triage.build()
            laws.build()
            boundaries_demo.play()
            # After the cases: agendas and rows of the mapping speak of them.
            if meetings_demo.build() + play_mapping():
                cases.settle_notices()
            self.stdout.write(f"Data contoh siap ({played} kerja sama baru).")
        self._list()

    def _list(self) -> None:
        lines = people.sign_ins()
        if not lines:
            return
        self.stdout.write(f"Akun contoh (kata sandi semuanya: {people.data()['password']}):")
        for line in lines[:8]:
            self.stdout.write(f"  {line.username:<16} {line.role} – {line.region}")
        if len(lines) > 8:
            self.stdout.write(f"  … dan {len(lines) - 8} akun lain dengan pola nama yang sama.")
