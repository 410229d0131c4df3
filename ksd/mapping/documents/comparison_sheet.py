"""The comparison of regions as XLSX: a line for each figure, a column for each region."""

from collections.abc import Iterable, Sequence

from ksd.core.spreadsheets import Value, workbook


def comparison_xlsx(year: int, regions: Sequence[str], lines: Iterable[tuple[Value, ...]]) -> bytes:
    """Figures of the regions named, in a year."""
    columns = [(f"Angka tahun {year}", 30), *((name, 24) for name in regions)]
    return workbook("Perbandingan daerah", columns, lines)
