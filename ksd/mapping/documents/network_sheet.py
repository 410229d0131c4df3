"""The list of the network as XLSX: a line for every cooperation between every two regions."""

from collections.abc import Iterable
from datetime import date

from ksd.core.spreadsheets import Value, workbook

COLUMNS = (
    ("Tahun", 8), ("Kode wilayah 1", 10), ("Daerah 1", 34), ("Kode wilayah 2", 10), ("Daerah 2", 34),
    ("Kerja sama", 50), ("Jenis", 28), ("Urusan", 40), ("Keadaan", 16), ("Berlaku sampai", 14),
)  # fmt: skip
Line = tuple[int, str, str, str, str, str, str, str, str, date | None]


def network_xlsx(lines: Iterable[Line]) -> bytes:
    """Lines of year, both regions by code and name, cooperation, kind, urusan, standing and last day."""
    rows: Iterable[tuple[Value, ...]] = lines
    return workbook("Jejaring kerja sama", COLUMNS, rows)
