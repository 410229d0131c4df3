"""The book of numbers of a region as a list on paper and as a sheet to reckon with."""

from collections.abc import Iterable

from agreements.documents.letters import Letter, Table, Text, letterhead_of
from agreements.models import IssuedNumber
from ksd.core import clock
from ksd.core.spreadsheets import Value, workbook
from ksd.core.words import long_date
from regions.models import Region

HEAD = ("Nomor", "Tanggal", "Jenis", "Hal", "Kepada", "Diberi oleh", "Keadaan")
WIDTHS = (16, 11, 15, 24, 14, 10, 10)
COLUMNS = (
    ("Tahun", 8), ("Nomor urut", 8), ("Nomor", 26), ("Tanggal surat", 13), ("Jenis", 28), ("Hal", 48), ("Kepada", 30),
    ("Diberi oleh", 24), ("Diberi pada", 17), ("Keadaan", 10), ("Alasan batal", 30), ("Dibatalkan pada", 17),
)  # fmt: skip


def book_of(region: Region, rows: Iterable[IssuedNumber], *, note: str = "") -> Letter:
    """The numbers in the order they are given, the cancelled ones with their reason; `note` says what is left out."""
    lines = tuple(_line(row) for row in rows)
    table = Table(HEAD, lines, WIDTHS) if lines else Text("Belum ada nomor yang diberikan.")
    return Letter(
        head=letterhead_of(region),
        subject="Buku Nomor Surat dan Naskah Kerja Sama",
        blocks=(table,),
        form="daftar",
        note=". ".join(part for part in (f"Dicetak {long_date(clock.today())} dari register", note) if part),
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


def sheet_of(region: Region, rows: Iterable[IssuedNumber]) -> bytes:
    """The same numbers as XLSX, a column for every fact."""
    return workbook(f"Buku nomor {region.name}", COLUMNS, (_facts(row) for row in rows))


def _facts(row: IssuedNumber) -> tuple[Value, ...]:
    return (
        row.year, row.sequence, row.number, row.dated, row.label, row.subject, row.addressee, row.issued_name,
        row.issued_at, str(row.get_state_display()), row.reason, row.cancelled_at,
    )  # fmt: skip
