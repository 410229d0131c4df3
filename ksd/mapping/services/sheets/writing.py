"""Writing what a sheet says: new rows as drafts, changed rows with what stood there before."""

from collections.abc import Iterable
from typing import Any

from ksd.accounts.models import User
from ksd.core import clock
from ksd.mapping.choices import RowState
from ksd.mapping.models import MappingRow, RowEvent, SheetUpload
from ksd.mapping.services.row_words import wordings
from ksd.mapping.services.sheets.plan import CHANGED, NEW, Plan, Planned
from ksd.mapping.services.sheets.values import put

# Rows the lists were read from are there; asking for each again would cost seven queries a row.
_KNOWN = {
    "period", "region", "urusan", "office", "partner_region", "created_by", "evidence_file", "merged_into", "copied_from",
}  # fmt: skip


def write_plan(*, actor: User, upload: SheetUpload, plan: Plan) -> None:
    """Carry out a plan without faults, within the caller's transaction."""
    new = [(_new(actor, upload, each), each) for each in plan.rows if each.outcome == NEW]
    MappingRow.objects.bulk_create([row for row, _planned in new])
    _touch((row, planned.values.get("touches", ())) for row, planned in new)
    changed = [each for each in plan.rows if each.outcome == CHANGED and each.row is not None]
    events = [_change(actor, upload, each) for each in changed]
    events += [_event(actor, row, f"Diisi dari berkas {upload.file.name}") for row, _planned in new]
    RowEvent.objects.bulk_create(events)


def _new(actor: User, upload: SheetUpload, planned: Planned) -> MappingRow:
    row = MappingRow(period=upload.period, region=upload.region, created_by=actor, state=RowState.DRAF)
    row.copied_from = planned.source
    put(row, planned.values)
    row.full_clean(exclude=_KNOWN)
    return row


def _change(actor: User, upload: SheetUpload, planned: Planned) -> RowEvent:
    row = planned.row
    assert row is not None  # noqa: S101  only rows that are there change
    before = wordings(row, planned.values)
    put(row, planned.values)
    row.revision += 1
    row.updated_at = clock.now()
    row.full_clean(exclude=_KNOWN)
    row.save()
    if "touches" in planned.values:
        row.touches.set(planned.values["touches"])
    return _event(actor, row, f"Diubah dari berkas {upload.file.name}", before)


def _event(actor: User, row: MappingRow, label: str, before: dict[str, str] | None = None) -> RowEvent:
    return RowEvent(row=row, actor=actor, label=label[:160], before=before or {}, revision=row.revision)


def _touch(pairs: Iterable[tuple[MappingRow, Iterable[int]]]) -> None:
    through: Any = MappingRow.touches.through
    through.objects.bulk_create(
        through(mappingrow_id=row.pk, region_id=pk) for row, touched in pairs for pk in touched
    )
