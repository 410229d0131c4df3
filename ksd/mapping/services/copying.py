"""Last year's rows begin this year's: a region chooses which, each once."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef

from ksd.accounts.models import User
from ksd.mapping.models import MappingRow, Period
from ksd.mapping.querysets import RowQuerySet
from ksd.mapping.services.access import answer_of, lock_period, require_filler, require_open, require_unsent
from ksd.mapping.services.row_words import MANY, PLAIN, value_of
from ksd.mapping.services.rows import create_row
from regions.models import Region

# A new year's budget is not yet decided.
ANEW = frozenset({"budgeted"})


def copyable(period: Period, region: Region) -> RowQuerySet:
    """Rows of earlier years the region stands by and has not copied yet, the newest year first."""
    copied = MappingRow.objects.filter(period=period, copied_from=OuterRef("pk"))
    rows = MappingRow.objects.filter(region=region, period__year__lt=period.year).alive().for_list()
    return rows.filter(~Exists(copied)).order_by("-period__year", "urusan__order", "kind", "pk")


@transaction.atomic
def copy_rows(*, actor: User, period: Period, region: Region, keys: Iterable[str]) -> list[MappingRow]:
    """Copy the chosen rows as drafts; those copied meanwhile are left out. Raises NotAllowed or ImpossibleStep."""
    kept = lock_period(period)
    require_filler(actor, region)
    require_open(kept)
    require_unsent(answer_of(kept, region))
    sources = copyable(kept, region).filter(public_id__in=list(keys)).prefetch_related(*MANY)
    return [_copy(actor, kept, region, source) for source in sources]


def _copy(actor: User, period: Period, region: Region, source: MappingRow) -> MappingRow:
    names = [name for name in (*PLAIN, *MANY) if name not in ANEW]
    return create_row(
        actor=actor,
        period=period,
        region=region,
        values={name: value_of(source, name) for name in names},
        label=f"Disalin dari {source.period}",
        copied_from=source,
        evidence_file=source.evidence_file,
        is_example=source.is_example,
    )
