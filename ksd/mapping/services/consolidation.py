"""How far the test of a period is, and which row comes next."""

from dataclasses import dataclass

from django.db.models import Count, Q

from ksd.mapping.choices import RowVerdict
from ksd.mapping.models import MappingRow, Period


@dataclass(frozen=True)
class Tally:
    """How many rows of a period were found to be what."""

    verdicts: tuple[tuple[str, str, int], ...]
    untested: int
    total: int

    @property
    def tested(self) -> int:
        """Rows with a verdict."""
        return self.total - self.untested


def tally(period: Period) -> Tally:
    """Rows the forum discusses, counted by verdict (code, label, number); one query."""
    rows = period.rows.counted().order_by().values_list("triage__verdict").annotate(number=Count("pk"))
    found: dict[str, int] = {}
    for verdict, number in rows:
        found[verdict or ""] = found.get(verdict or "", 0) + number
    listed = tuple((code, str(label), found.get(code, 0)) for code, label in RowVerdict.choices)
    return Tally(listed, found.get("", 0), sum(found.values()))


def neighbours(row: MappingRow) -> tuple[MappingRow | None, MappingRow | None]:
    """The untested rows before and after this one in the order of the consolidation."""
    rows = MappingRow.objects.filter(period=row.period_id).untested().exclude(pk=row.pk)
    order, code = row.urusan.order, row.region.code
    after = (
        Q(urusan__order__gt=order)
        | Q(urusan__order=order, region__code__gt=code)
        | Q(urusan__order=order, region__code=code, pk__gt=row.pk)
    )
    ordered = rows.in_order()
    return ordered.exclude(after).last(), ordered.filter(after).first()


def first_untested(period: Period) -> MappingRow | None:
    """Where the test of a period begins or goes on."""
    return period.rows.untested().in_order().first()
