"""Named questions about rows of the mapping."""

from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from ksd.accounts.access import AnyUser, reach
from ksd.mapping.choices import RowState, RowVerdict

if TYPE_CHECKING:
    from ksd.mapping.models import MappingRow  # noqa: F401  named in the generic base below


class RowQuerySet(models.QuerySet["MappingRow"]):
    """Rows by scope and state."""

    def visible_to(self, user: AnyUser) -> Self:
        """Rows of regions in reach, and what any region sent to a period that a region in reach takes part in."""
        seen = reach(user)
        answers = apps.get_model("mapping", "PeriodRegion")._default_manager
        asked = answers.filter(period_id=OuterRef("period_id"), region_id__in=seen)
        sent = ~Q(state=RowState.DRAF) & (Q(period__region__in=seen) | Exists(asked))
        return self.filter(Q(region__in=seen) | sent)

    def counted(self) -> Self:
        """What the forum discusses: sent, neither merged nor withdrawn."""
        return self.filter(state=RowState.DIKIRIM)

    def eligible(self) -> Self:
        """What may become a cooperation: counted, and not found to belong elsewhere."""
        return self.counted().exclude(triage__verdict=RowVerdict.BUKAN_KSD)

    def untested(self) -> Self:
        """What the forum discusses and nobody has given a verdict on."""
        return self.counted().filter(Q(triage=None) | Q(triage__verdict=""))

    def in_order(self) -> Self:
        """In the order of the consolidation: urusan, region, then as they were written."""
        return self.order_by("urusan__order", "region__code", "pk")

    def for_list(self) -> Self:
        """Everything a line of a list shows."""
        return self.select_related("period", "region", "office", "urusan", "partner_region")

    def search(self, text: str) -> Self:
        """Rows in which every word is found in the matter, its place or its programme."""
        found = self
        for word in text.split()[:8]:
            found = found.filter(
                Q(title__icontains=word)
                | Q(description__icontains=word)
                | Q(location__icontains=word)
                | Q(program__icontains=word)
                | Q(activity__icontains=word)
            )
        return found

    def alive(self) -> Self:
        """Those a region stands by: neither merged into another nor withdrawn."""
        return self.filter(state__in=(RowState.DRAF, RowState.DIKIRIM))
