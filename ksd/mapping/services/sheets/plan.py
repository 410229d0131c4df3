"""What a sheet would do: each of its rows held against those that are there."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from ksd.mapping.choices import RowState
from ksd.mapping.models import MappingRow, Period
from ksd.mapping.services.sheets.template import COPY
from ksd.mapping.services.sheets.values import same, settled, values_of, words_for
from ksd.mapping.sheets.columns import BY_FIELD, plain
from ksd.mapping.sheets.headings import Remark
from ksd.mapping.sheets.reading import Choices, Reading, ReadRow
from regions.models import Region

NEW, CHANGED, SAME, FAULTY = "baru", "berubah", "tetap", "salah"


@dataclass
class Planned:
    """What becomes of one row of the sheet."""

    line: int
    outcome: str
    title: str
    row: MappingRow | None = None
    source: MappingRow | None = None
    values: dict[str, Any] = field(default_factory=dict)
    changes: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass
class Plan:
    """Everything a sheet would do, with what stands against it."""

    rows: list[Planned]
    faults: list[Remark]
    notes: list[Remark]

    def counts(self) -> dict[str, int]:
        """How many rows of each outcome."""
        return {name: sum(row.outcome == name for row in self.rows) for name in (NEW, CHANGED, SAME, FAULTY)}

    def fingerprint(self) -> str:
        """The mark of this plan: other rows, or another revision of one, give another mark."""
        told = [
            (
                row.line,
                row.outcome,
                row.row and (row.row.pk, row.row.revision),
                row.source and row.source.pk,
                row.changes,
            )
            for row in self.rows
        ]
        return hashlib.sha256(json.dumps([told, len(self.faults)], default=str).encode()).hexdigest()


@dataclass
class Known:
    """The region's rows by mark and by what they say."""

    rows: dict[str, MappingRow]
    copies: dict[str, MappingRow]
    sources: dict[str, MappingRow]
    alike: dict[tuple[Any, ...], MappingRow]
    used: dict[str, int] = field(default_factory=dict)
    said: dict[tuple[Any, ...], tuple[int, bool]] = field(default_factory=dict)


def known_rows(period: Period, region: Region, marks: Iterable[str]) -> Known:
    """Every row of the region in the period, and those of other years the sheet names; four queries."""
    rows = list(
        MappingRow.objects.filter(period=period, region=region)
        .select_related("copied_from")
        .prefetch_related("touches")
    )
    told = {mark.partition(":") for mark in marks}
    named = {rest for first, _colon, rest in told if first == COPY}
    marked = {first for first, _colon, _rest in told}
    sources = MappingRow.objects.filter(region=region, public_id__in=named).exclude(period=period)
    writable = [row for row in rows if row.state in {RowState.DRAF, RowState.DIKIRIM}]
    copies = {row.copied_from.public_id: row for row in writable if row.copied_from}
    marked |= {row.public_id for source, row in copies.items() if source in named}
    return Known(
        rows={row.public_id: row for row in rows},
        copies=copies,
        sources={row.public_id: row for row in sources},
        # A row the sheet names by its mark is told by nothing else.
        alike={_key(values_of(row)): row for row in reversed(writable) if row.public_id not in marked},
    )


def _key(values: Mapping[str, Any]) -> tuple[Any, ...]:
    """What makes two rows the same where no mark tells: kind, urusan, matter and place."""
    texts = (plain(str(values.get(name) or "")) for name in ("title", "location"))
    return (values.get("kind"), values.get("urusan"), *texts)


def plan_for(period: Period, region: Region, reading: Reading, lists: Mapping[str, Choices]) -> Plan:
    """Hold every row of a sheet against the rows of the region."""
    known = known_rows(period, region, (row.mark for row in reading.rows))
    plan = Plan([], list(reading.faults), list(reading.notes))
    for row in reading.rows:
        plan.rows.append(_planned(row, reading, known, lists, plan))
    return plan


def _planned(
    row: ReadRow, reading: Reading, known: Known, lists: Mapping[str, Choices], plan: Plan
) -> Planned:
    title = str(row.values.get("title") or "")
    fault = None if row.faulty else _match_fault(row, reading, known)
    if fault is not None:
        plan.faults.append(fault)
    if row.faulty or fault is not None:
        return Planned(row.number, FAULTY, title)
    values = {name: settled(name, value) for name, value in row.values.items()}
    found, source = _match(row, values, known)
    if found is None:
        return Planned(row.number, NEW, title, None, source, values)
    current = values_of(found)
    changed = {name: value for name, value in values.items() if not same(name, current[name], value)}
    _note_stale(row, found, changed, reading, plan)
    changes = [
        (BY_FIELD[name].heading, words_for(lists, name, current[name]), words_for(lists, name, value))
        for name, value in changed.items()
    ]
    return Planned(row.number, CHANGED if changed else SAME, title, found, None, changed, changes)


def _match(
    row: ReadRow, values: Mapping[str, Any], known: Known
) -> tuple[MappingRow | None, MappingRow | None]:
    """The row it is, or the row of another year it is copied from."""
    first, _colon, rest = row.mark.partition(":")
    if first == COPY:
        return known.copies.get(rest), known.sources.get(rest)
    if row.mark:
        return known.rows.get(first), None
    return known.alike.get(_key(values)), None


def _match_fault(row: ReadRow, reading: Reading, known: Known) -> Remark | None:
    """Why a row cannot be told from another, or may not be changed."""
    first, _colon, rest = row.mark.partition(":")
    if (row.mark and first != COPY and first not in known.rows) or (
        first == COPY and rest not in known.sources
    ):
        return _remark(
            reading, row, row.mark, _("tanda baris ini bukan milik daerah dan periode ini"),
            _("Kosongkan kolom A pada baris ini agar menjadi baris baru."),
        )  # fmt: skip
    found, _source = _match(row, row.values, known)
    if found is not None and found.state not in {RowState.DRAF, RowState.DIKIRIM}:
        return _remark(
            reading, row, found.title[:60], _("baris ini sudah %s") % found.get_state_display().lower(),
            _("Hapus baris ini dari berkas."),
        )  # fmt: skip
    return _twice(row, reading, known)


def _twice(row: ReadRow, reading: Reading, known: Known) -> Remark | None:
    """The same row twice in one sheet: by its mark, or by what it says where one of the two has none."""
    key = _key(row.values)
    before, was_marked = known.said.setdefault(key, (row.number, bool(row.mark)))
    if was_marked and row.mark:
        before = row.number
    if row.mark:
        mark = row.mark if row.mark.startswith(COPY) else row.mark.partition(":")[0]
        before = min(before, known.used.setdefault(mark, row.number))
    if before == row.number:
        return None
    return _remark(
        reading, row, str(row.values.get("title") or "")[:60], _("sama dengan baris %d") % before,
        _("Hapus salah satunya, atau bedakan pokok atau lokasinya."),
    )  # fmt: skip


def _note_stale(
    row: ReadRow, found: MappingRow, changed: Mapping[str, Any], reading: Reading, plan: Plan
) -> None:
    """A row that was changed on the site after the sheet was handed out is overwritten knowingly."""
    seen = row.mark.partition(":")[2]
    if changed and seen.isdigit() and int(seen) < found.revision:
        plan.notes.append(
            _remark(
                reading, row, found.title[:60], _("baris ini diubah di situs sesudah templat diunduh"),
                _("Bandingkan perubahannya di bawah sebelum menerapkan."),
            )
        )  # fmt: skip


def _remark(reading: Reading, row: ReadRow, found: str, reason: str, mend: str) -> Remark:
    return Remark(reading.sheet, f"{row.number}:{row.number}", found, reason, mend)
