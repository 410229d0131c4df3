"""Rows found to be Kerja Sama Wajib that nobody carries out (Pasal 364 ayat (1) UU 23/2014)."""

from collections import defaultdict
from dataclasses import dataclass

from ksd.mapping.choices import RowVerdict
from ksd.mapping.models import MappingRow, RowCase
from ksd.mapping.services.standing import Pact


@dataclass(frozen=True)
class Undone:
    """A row judged wajib from which no cooperation was born that is in force or on its way.

    `ended` were born from it and came to their end; `unlinked` may be meant for it but nobody said so; `drafted` says
    that a proposal is being written, which nobody has offered to a partner yet.
    """

    row: MappingRow
    ended: tuple[Pact, ...]
    unlinked: tuple[Pact, ...]
    drafted: bool = False


def judged_wajib(rows: list[MappingRow]) -> list[MappingRow]:
    """The rows a person found to be Kerja Sama Wajib; `triage` is to be loaded with them."""
    return [row for row in rows if _verdict(row) == RowVerdict.KSDD_WAJIB]


def _verdict(row: MappingRow) -> str:
    return row.triage.verdict if hasattr(row, "triage") else ""


def undone_duties(rows: list[MappingRow], pacts: list[Pact]) -> list[Undone]:
    """The wajib rows of regions within reach that nobody carries out, the most urgent first."""
    duties = judged_wajib(rows)
    by_case = {pact.case.pk: pact for pact in pacts}
    born: dict[int, list[Pact]] = defaultdict(list)
    links = RowCase.objects.filter(row__in=[row.pk for row in duties]).select_related("case")
    drafted = set()
    for link in links.order_by("row", "pk"):
        if link.case_id in by_case:
            born[link.row_id].append(by_case[link.case_id])
        elif link.case.state_rule.initial:
            drafted.add(link.row_id)
    left = [row for row in duties if not any(pact.counts for pact in born[row.pk])]
    found = [Undone(row, tuple(born[row.pk]), _unlinked(row, pacts), row.pk in drafted) for row in left]
    return sorted(found, key=lambda duty: (duty.row.priority, duty.row.region.code, duty.row.pk))


def _unlinked(row: MappingRow, pacts: list[Pact]) -> tuple[Pact, ...]:
    """Cooperations of the region in the same urusan, with the partner it wished for where it named one."""
    wanted = {row.region_id, row.partner_region_id or row.region_id}
    return tuple(
        pact
        for pact in pacts
        if pact.counts and row.urusan in pact.urusan and wanted <= {side.pk for side in pact.regions}
    )
