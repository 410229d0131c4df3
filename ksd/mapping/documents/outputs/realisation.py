"""Plan beside realisation as a paper and as a sheet; it prints what it is given."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from agreements.documents.letters import Block, Facts, Letter, Table, Text, letterhead_of
from ksd.core.spreadsheets import Value, workbook
from ksd.core.words import figures
from ksd.mapping.documents.outputs.lines import Standing
from ksd.mapping.models import Period
from regions.models import Region

COLUMNS = (
    ("Daerah", 26), ("Urusan", 26), ("Pokok", 40), ("Program", 30), ("Kegiatan", 30), ("Jenis menurut uji", 16),
    ("Hasil", 26), ("Kerja sama", 44), ("Rencana dana (Rp)", 18), ("Direncanakan para pihak (Rp)", 18),
    ("Dianggarkan (Rp)", 18), ("Realisasi (Rp)", 18), ("Sebab tidak dilaksanakan", 26), ("Penjelasan", 44),
)  # fmt: skip
HEAD = (
    "No.",
    "Daerah dan urusan",
    "Pokok",
    "Hasil",
    "Kerja sama",
    "Rencana dana (Rp)",
    "Dianggarkan (Rp)",
    "Realisasi (Rp)",
    "Alasan",
)
WIDTHS = (4, 13, 16, 10, 15, 11, 11, 11, 9)


@dataclass(frozen=True)
class Told:
    """One row beside what became of it, in words."""

    region: str
    urusan: str
    title: str
    program: str
    activity: str
    verdict: str
    fate: str
    cases: str
    funding: Decimal | None
    planned: Decimal
    budgeted: Decimal
    spent: Decimal
    cause: str
    reason: str


@dataclass(frozen=True)
class Counted:
    """A table of counts: its name, the fates as heads, one line per heading, the sum last."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def realisation_letter(
    period: Period,
    region: Region | None,
    rows: Sequence[Told],
    counted: Sequence[Counted],
    standing: Standing,
) -> Letter:
    """The comparison of a region or of the whole period."""
    whose = region.full_name if region else f"Seluruh daerah peserta, dipimpin {period.region.full_name}"
    facts = (
        ("Daerah", whose),
        ("Tahun rencana", str(period.year)),
        *standing.facts,
        ("Jumlah", f"{len(rows)} baris"),
    )
    return Letter(
        head=letterhead_of(region or period.region),
        form="daftar",
        subject=f"Perbandingan rencana dan realisasi hasil pemetaan tahun {period.year}",
        blocks=(Facts(facts), *(_counts(each) for each in counted), *_list(rows)),
        landscape=True,
    )


def _counts(counted: Counted) -> Table:
    width = 70 // (len(counted.heads) + 1)
    cells = tuple((name, *(str(each or "–") for each in row), str(sum(row))) for name, row in counted.rows)
    widths = (100 - width * (len(counted.heads) + 1), *([width] * (len(counted.heads) + 1)))
    return Table((counted.name, *counted.heads, "Jumlah"), cells, widths, f"Menurut {counted.name.lower()}")


def _list(rows: Sequence[Told]) -> list[Block]:
    if not rows:
        return [Text("Belum ada baris yang dapat dibandingkan.")]
    return [
        Table(HEAD, tuple(_row(number, row) for number, row in enumerate(rows, 1)), WIDTHS, "Setiap baris")
    ]


def _row(number: int, row: Told) -> tuple[str, ...]:
    why = ": ".join(part for part in (row.cause, row.reason) if part)
    return (
        str(number), f"{row.region}; {row.urusan}", row.title, row.fate, row.cases or "–", _rupiah(row.funding),
        _rupiah(row.budgeted), _rupiah(row.spent), why or "–",
    )  # fmt: skip


def _rupiah(value: Decimal | None) -> str:
    return figures(value) if value else "–"


def realisation_xlsx(name: str, rows: Sequence[Told]) -> bytes:
    """One line each, numbers as numbers."""
    return workbook(name, COLUMNS, (_cells(row) for row in rows))


def _cells(row: Told) -> tuple[Value, ...]:
    return (
        row.region, row.urusan, row.title, row.program, row.activity, row.verdict, row.fate, row.cases,
        float(row.funding) if row.funding is not None else None, float(row.planned), float(row.budgeted),
        float(row.spent), row.cause, row.reason,
    )  # fmt: skip
