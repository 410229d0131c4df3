"""The recapitulation: how many rows of which verdict, and where what is no cooperation belongs."""

from collections import Counter
from collections.abc import Callable, Sequence

from agreements.documents.letters import Block, Facts, Letter, Table, Text, letterhead_of
from ksd.core.spreadsheets import Value, workbook
from ksd.mapping.choices import RowVerdict
from ksd.mapping.documents.outputs.lines import NOTHING, UNTESTED, Line, Standing
from ksd.mapping.documents.outputs.plan_list import forum_of
from ksd.mapping.models import Period
from regions.models import Region

ELSEWHERE = ("No.", "Daerah", "Urusan", "Pokok", "Seharusnya ke", "Alasan")


def recap_letter(period: Period, region: Region | None, lines: Sequence[Line], standing: Standing) -> Letter:
    """Counts per region and urusan, then every row that belongs elsewhere."""
    whose = region.full_name if region else f"Seluruh daerah peserta, dipimpin {period.region.full_name}"
    facts = (
        ("Daerah", whose), ("Tahun rencana", str(period.year)), ("Forum", forum_of(period)), *standing.facts,
        ("Jumlah", f"{len(lines)} baris"),
    )  # fmt: skip
    counted = [] if region else [_counts("Daerah", lines, lambda line: line.region)]
    return Letter(
        head=letterhead_of(region or period.region),
        form="daftar",
        subject=f"Rekapitulasi hasil pemetaan potensi tahun {period.year}",
        blocks=(
            Facts(facts), *counted, _counts("Urusan", lines, lambda line: line.urusan), *_elsewhere(lines),
        ),
        note="Hasil uji ditetapkan orang; tujuan di luar kerja sama daerah adalah petunjuk kantor.",
        landscape=True,
    )  # fmt: skip


def verdict_labels(lines: Sequence[Line]) -> list[str]:
    """The verdicts in their order, and the untested where there are any."""
    labels = [str(verdict.label) for verdict in RowVerdict]
    return [*labels, UNTESTED] if any(not line.verdict for line in lines) else labels


def counts_of(lines: Sequence[Line], key: Callable[[Line], str]) -> list[tuple[str, Counter[str]]]:
    """How many rows of each verdict, by region or urusan, in the order they come."""
    found: dict[str, Counter[str]] = {}
    for line in lines:
        found.setdefault(key(line), Counter())[line.verdict_label] += 1
    return list(found.items())


def _counts(name: str, lines: Sequence[Line], key: Callable[[Line], str]) -> Table:
    labels = verdict_labels(lines)
    rows = counts_of(lines, key)
    if name == "Daerah":
        rows.sort(key=lambda pair: pair[0])
    whole = Counter(line.verdict_label for line in lines)
    cells = [(each, *_figures(count, labels)) for each, count in rows]
    width = 62 // (len(labels) + 1)
    return Table(
        (name, *labels, "Jumlah"),
        (*cells, ("Jumlah", *_figures(whole, labels))),
        (100 - width * (len(labels) + 1), *([width] * (len(labels) + 1))),
        f"Hasil uji menurut {name.lower()}",
    )


def recap_xlsx(name: str, lines: Sequence[Line]) -> bytes:
    """The same counts by region and urusan at once, one line each, for sorting and adding up."""
    labels = verdict_labels(lines)
    heads = [("Daerah", 30), ("Urusan", 34), *((label, 16) for label in labels), ("Jumlah", 10)]
    told: dict[tuple[str, str], Counter[str]] = {}
    for line in lines:
        told.setdefault((line.region, line.urusan), Counter())[line.verdict_label] += 1
    rows: list[tuple[Value, ...]] = [
        (region, urusan, *(count[label] for label in labels), count.total())
        for (region, urusan), count in sorted(told.items())
    ]
    return workbook(name, heads, rows)


def _figures(count: "Counter[str]", labels: Sequence[str]) -> tuple[str, ...]:
    return (*(str(count[label] or NOTHING) for label in labels), str(count.total()))


def _elsewhere(lines: Sequence[Line]) -> list[Block]:
    rows = [line for line in lines if line.is_elsewhere]
    if not rows:
        return [Text("Tidak ada baris yang dinyatakan bukan kerja sama daerah.")]
    cells = tuple(
        (str(number), line.region, line.urusan, line.title, _where(line), line.reason or NOTHING)
        for number, line in enumerate(rows, 1)
    )
    return [
        Table(
            ELSEWHERE,
            cells,
            (4, 14, 14, 26, 21, 21),
            "Bukan kerja sama daerah, dan ke mana seharusnya diajukan",
        )
    ]


def _where(line: Line) -> str:
    return f"{line.destination} ({line.belongs})" if line.belongs else line.destination or NOTHING
