"""The scorecard as XLSX: a line per region and year, so that anybody may reckon again."""

from collections.abc import Sequence
from typing import Any

from ksd.core.spreadsheets import Value, workbook

COLUMNS = (
    ("Kode wilayah", 12), ("Daerah", 34), ("Tahun rapat", 12), ("Jumlah", 9), ("Diverifikasi", 12),
    ("Menunggu verifikasi", 12), ("Belum selesai", 12), ("Terlambat", 11), ("Dihentikan", 11),
    ("Belum pernah dilaporkan", 14), ("Diverifikasi (%)", 12), ("Median umur belum selesai (hari)", 16),
    ("Median hari sampai selesai", 16), ("Rapat mengundang", 12), ("Rapat dihadiri", 12),
)  # fmt: skip
ALL = "semua"


def scorecard_xlsx(lines: Sequence[tuple[str, str, str | int, Any, tuple[int, int] | None]]) -> bytes:
    """Lines of (code, region, year or "semua", score, (invited, attended) or nothing)."""
    return workbook("Rapor tindak lanjut", COLUMNS, (_cells(*line) for line in lines))


def _cells(
    code: str, name: str, year: str | int, score: Any, presence: tuple[int, int] | None
) -> tuple[Value, ...]:
    invited, attended = presence or (None, None)
    return (
        code, name, year, score.total, score.verified, score.waiting, score.owed, score.late, score.stopped,
        score.untouched, score.percent if score.counted else None, score.median_age, score.median_took, invited, attended,
    )  # fmt: skip
