"""Obligations, plans and money as tables to open in a spreadsheet, with what could be run as a formula disarmed."""

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

from agreements.models import Case, Milestone, Obligation
from agreements.services.budget_table import lines_with_spent
from agreements.services.running import newest_percents
from ksd.core.words import figures

Row = Sequence[object]
# A spreadsheet takes what begins so for a formula.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def obligation_rows(case: Case) -> Iterator[Row]:
    """Every obligation, removed ones included."""
    yield (
        "Naskah", "Pihak", "Jenis", "Uraian", "Letak dalam naskah", "Penanggung jawab", "Berulang",
        "Jatuh tempo", "Keadaan", "Terpenuhi pada",
    )  # fmt: skip
    for row in obligations_of(case):
        yield (
            row.naskah.title, row.party.short_name, row.get_kind_display(), row.wording, row.place, row.owner,
            row.get_every_display(), row.due_on, row.standing, row.done_on,
        )  # fmt: skip


def obligations_of(case: Case) -> list[Obligation]:
    """The obligations of a case with all they show, text by text and party by party; one query."""
    rows = Obligation.objects.filter(naskah__case=case).select_related(
        "naskah", "party__region", "party__partner", "office"
    )
    found = list(rows.order_by("naskah__kind", "naskah__order", "party__order", "order"))
    for row in found:
        row.naskah.case = case
    return found


def plan_rows(case: Case) -> Iterator[Row]:
    """Every activity of every plan, with its newest progress."""
    yield (
        "Tahun", "Naskah", "Keadaan rencana", "Kegiatan", "Pihak", "Perangkat daerah", "Mulai", "Selesai",
        "Indikator", "Target", "Bobot", "Kemajuan (persen)",
    )  # fmt: skip
    activities = activities_of(case)
    percents = newest_percents(row.pk for row in activities)
    for row in activities:
        yield (
            row.plan.year, row.plan.naskah.title, row.plan.get_state_display(), row.activity,
            row.party.short_name, row.office.name if row.office else "", row.starts_on, row.ends_on,
            row.indicator, row.target, row.weight, percents.get(row.pk, 0),
        )  # fmt: skip


def activities_of(case: Case) -> list[Milestone]:
    """The activities of all plans of a case, newest year first; one query."""
    rows = Milestone.objects.filter(plan__naskah__case=case, dropped_at=None).select_related(
        "plan__naskah", "party__region", "party__partner", "office"
    )
    found = list(rows.order_by("-plan__year", "plan", "starts_on", "order"))
    for row in found:
        row.plan.naskah.case = case
    return found


def budget_rows(case: Case) -> Iterator[Row]:
    """Every budget line with what was spent from it."""
    yield ("Tahun", "Pihak", "Sumber", "Untuk", "Direncanakan", "Dianggarkan", "Nomor DPA", "Realisasi")
    for money in lines_with_spent(case):
        line = money.line
        yield (
            line.year, line.party.short_name, line.get_source_display(), line.purpose, line.planned,
            line.budgeted, line.dpa_number, money.spent,
        )  # fmt: skip


TABLES: dict[str, Callable[[Case], Iterator[Row]]] = {
    "kewajiban": obligation_rows,
    "rencana-aksi": plan_rows,
    "anggaran": budget_rows,
}


def csv_of(rows: Iterator[Row]) -> bytes:
    """Rows as a CSV file an Indonesian spreadsheet opens: semicolons, UTF-8 with its mark."""
    target = StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return target.getvalue().encode("utf-8-sig", "replace")


def _cell(value: object) -> str:
    """A value as text: dates in our order, amounts with a comma, nothing that runs as a formula."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, Decimal):
        return figures(value, grouped=False)
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(RUNS) else text
