"""The book of numbers of a region as a list on paper."""

from collections.abc import Iterable

from agreements.documents.letters import Letter, Table, Text, letterhead_of
from agreements.models import IssuedNumber
from ksd.core import clock
from ksd.core.words import long_date
from regions.models import Region

HEAD = ("Nomor", "Tanggal", "Jenis", "Hal", "Kepada", "Diberi oleh", "Keadaan")
WIDTHS = (16, 11, 15, 24, 14, 10, 10)


def book_of(region: Region, rows: Iterable[IssuedNumber]) -> Letter:
    """The numbers in the order they are given, the cancelled ones with their reason."""
    lines = tuple(_line(row) for row in rows)
    table = Table(HEAD, lines, WIDTHS) if lines else Text("Belum ada nomor yang diberikan.")
    return Letter(
        head=letterhead_of(region),
        subject="Buku Nomor Surat dan Naskah Kerja Sama",
        blocks=(table,),
        form="daftar",
        note=f"Dicetak {long_date(clock.today())} dari register",
        landscape=True,
    )


def _line(row: IssuedNumber) -> tuple[str, ...]:
    state = str(row.get_state_display())
    return (
        row.number,
        long_date(row.dated),
        row.label,
        row.subject,
        row.addressee,
        row.issued_name,
        state if row.is_valid else f"{state}: {row.reason}",
    )
