"""The yearly list of programmes and activities for each urusan (Pasal 5 ayat (3) Permendagri 22/2020)."""

from collections.abc import Sequence

from agreements.documents.letters import Block, Facts, Letter, Table, Text, letterhead_of
from ksd.core.spreadsheets import Value, workbook
from ksd.core.words import long_date
from ksd.mapping.documents.outputs.lines import NOTHING, Line, Standing, by_urusan
from ksd.mapping.models import Period
from regions.models import Region

ARTICLE = "Pasal 5 ayat (3) Permendagri 22/2020"
HEAD = (
    "No.", "Program", "Kegiatan", "Pokok", "Daerah dan perangkat daerah", "Tahun", "Jangka waktu", "Prioritas",
    "Perkiraan dana (Rp)", "Calon mitra", "Hasil uji",
)  # fmt: skip
WIDTHS = (3, 12, 12, 15, 13, 5, 6, 7, 11, 10, 6)
COLUMNS = (
    ("Urusan", 26), ("Daerah", 26), ("Perangkat daerah", 28), ("Jenis", 12), ("Pokok", 40), ("Program", 30),
    ("Kegiatan", 30), ("Tahun mulai", 10), ("Jangka waktu (tahun)", 12), ("Prioritas", 11), ("Perkiraan dana (Rp)", 20),
    ("Sumber dana", 18), ("Calon mitra", 28), ("Lokasi", 24), ("Hasil uji", 16), ("Seharusnya ke", 28), ("Alasan", 40),
)  # fmt: skip


def plan_letter(period: Period, region: Region | None, lines: Sequence[Line], standing: Standing) -> Letter:
    """The list of one region, or (None) of the whole period."""
    owner = region or period.region
    told = [line for line in lines if line.is_planned and not line.is_elsewhere]
    whose = region.full_name if region else f"Seluruh daerah peserta, dipimpin {period.region.full_name}"
    facts = (
        ("Daerah", whose), ("Tahun rencana", str(period.year)), ("Forum", forum_of(period)), *standing.facts,
        ("Jumlah", f"{len(told)} rencana dalam {len(by_urusan(told))} urusan"),
    )  # fmt: skip
    return Letter(
        head=letterhead_of(owner),
        form="daftar",
        subject=f"Daftar rencana program dan kegiatan kerja sama daerah tahun {period.year}",
        blocks=(Facts(facts), *_tables(told), *_left_out(lines)),
        note=f"Disusun menurut {ARTICLE}.",
        landscape=True,
    )


def forum_of(period: Period) -> str:
    """The forum with its day and place, as far as they are known."""
    parts = (
        str(period.get_forum_display()), long_date(period.forum_on) if period.forum_on else "", period.forum_place,
    )  # fmt: skip
    return ", ".join(part for part in parts if part)


def _tables(lines: Sequence[Line]) -> list[Block]:
    if not lines:
        return [Text("Belum ada rencana program atau kegiatan yang dikirim untuk periode ini.")]
    return [
        Table(
            HEAD, tuple(_row(number, line) for number, line in enumerate(group, 1)), WIDTHS, f"Urusan {name}"
        )
        for name, group in by_urusan(lines)
    ]


def _row(number: int, line: Line) -> tuple[str, ...]:
    cells = (line.program, line.activity, line.title, line.owner, str(line.start_year), line.term, line.priority,
             line.money, line.partner, line.verdict_label)  # fmt: skip
    return (str(number), *(cell or NOTHING for cell in cells))


def _left_out(lines: Sequence[Line]) -> list[Block]:
    """What is not on the list is counted, so that nobody misses it unknowingly."""
    elsewhere = sum(line.is_elsewhere for line in lines)
    bare = sum(not line.is_planned and not line.is_elsewhere for line in lines)
    parts = [
        f"{bare} baris belum menyebut program atau kegiatan" if bare else "",
        f"{elsewhere} baris bukan kerja sama daerah (lihat rekapitulasi)" if elsewhere else "",
    ]
    told = " dan ".join(part for part in parts if part)
    return [Text(f"Tidak termasuk dalam daftar ini: {told}.")] if told else []


def rows_xlsx(name: str, lines: Sequence[Line]) -> bytes:
    """Every row with its verdict, one line each, for sorting and counting."""
    return workbook(name, COLUMNS, (_cells(line) for line in lines))


def _cells(line: Line) -> tuple[Value, ...]:
    return (
        line.urusan, line.region, line.office, line.kind, line.title, line.program, line.activity, line.start_year,
        line.years, line.priority, float(line.funding) if line.funding is not None else None, line.funding_source,
        line.partner, line.location, line.verdict_label, line.destination, line.reason,
    )  # fmt: skip
