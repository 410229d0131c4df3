"""Named questions about mapping periods."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from ksd.accounts.access import AnyUser, reach
from ksd.mapping.choices import PeriodState

if TYPE_CHECKING:
    from ksd.mapping.models import Period  # noqa: F401  named in the generic base below


class PeriodQuerySet(models.QuerySet["Period"]):
    """Periods by scope and state."""

    def visible_to(self, user: AnyUser) -> Self:
        """Periods led in the person's reach, and once opened those a region in reach takes part in."""
        seen = reach(user)
        asked = self.model.regions.through.objects.filter(period_id=OuterRef("pk"), region_id__in=seen)
        return self.filter(Q(region__in=seen) | (~Q(state=PeriodState.DISIAPKAN) & Exists(asked)))

    def for_list(self) -> Self:
        """Everything a line of the list shows."""
        return self.select_related("region")

    def running(self) -> Self:
        """Those that may still be filled in or discussed."""
        return self.filter(state__in=(PeriodState.DIBUKA, PeriodState.DITUTUP))
