"""The gaps as XLSX: one line for each, whatever its kind."""

from collections.abc import Iterable

from ksd.core.spreadsheets import Value, workbook

COLUMNS = (
    ("Tahun", 8), ("Celah", 26), ("Daerah", 34), ("Tetangga", 34), ("Batas bersama (km)", 12),
    ("Urusan", 36), ("Pokok", 60), ("Kemiripan (%)", 12), ("Keterangan", 50),
)  # fmt: skip


def gaps_xlsx(lines: Iterable[tuple[Value, ...]]) -> bytes:
    """Lines of year, kind, both regions, km, urusan, matter, likeness and remark."""
    return workbook("Celah kerja sama", COLUMNS, lines)
