"""Named questions about the Tim PBD."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, Q

from ksd.accounts.access import AnyUser, reach
from ksd.core import clock
from regions.choices import Level
from regions.models import Region

if TYPE_CHECKING:
    from boundaries.models import BoundaryTeam  # noqa: F401  named in the generic base below


class BoundaryTeamQuerySet(models.QuerySet["BoundaryTeam"]):
    """Teams by scope and by day."""

    def visible_to(self, user: AnyUser) -> Self:
        """Teams within reach, those above, and those of whoever shares a segment; nothing for whoever reaches nothing."""
        seen = reach(user).values("pk")
        sides = Region.objects.filter(
            Q(segments_as_a__region_b__in=seen) | Q(segments_as_b__region_a__in=seen)
        ).values("pk")
        beside = Region.objects.filter(children__in=sides).values("pk")
        near = (
            Q(region__in=seen)
            | Q(region__in=sides)
            | Q(region__in=beside)
            | Q(region__children__in=seen)
            | Q(region__level=Level.NEGARA)
        )
        anything = Exists(reach(user).order_by().values("pk")[:1])
        return self.filter(anything, pk__in=self.model._default_manager.filter(near).order_by().values("pk"))

    def on(self, day: date | None = None) -> Self:
        """Teams whose decree was given and in force on a day (today when none is given)."""
        held = day or clock.today()
        return self.filter(decree_date__lte=held, valid_from__lte=held).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=held)
        )

    def for_list(self) -> Self:
        """Everything a line of the list shows."""
        return self.select_related("region", "file").prefetch_related("members")

    def beside(self, regions: object) -> Self:
        """Teams of these regions."""
        return self.filter(region__in=regions)
