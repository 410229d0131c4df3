"""Named questions about matches."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from ksd.accounts.access import AnyUser
from ksd.mapping.choices import MatchState

if TYPE_CHECKING:
    from ksd.mapping.models import Match  # noqa: F401  named in the generic base below

# What nobody need look at any more unless they ask.
ASIDE = (MatchState.DITOLAK, MatchState.DITUNDA)


class MatchQuerySet(models.QuerySet["Match"]):
    """Pairs by scope and state."""

    def visible_to(self, user: AnyUser) -> Self:
        """Pairs both of whose rows the person may read."""
        row: Any = self.model._meta.get_field("first").related_model
        seen = row.objects.visible_to(user).order_by().values("pk")
        return self.filter(first__in=seen, second__in=seen)

    def standing(self) -> Self:
        """Pairs the comparison still finds, and those somebody has taken further."""
        return self.filter(Q(listed=True) | Q(state__in=(MatchState.DITERIMA, MatchState.USULAN)))

    def open_to_view(self) -> Self:
        """Without what was rejected or put off."""
        return self.exclude(state__in=ASIDE)

    def put_aside(self) -> Self:
        """What was rejected or put off."""
        return self.filter(state__in=ASIDE)

    def of_region(self, region: int) -> Self:
        """Pairs one of whose rows is this region's."""
        return self.filter(Q(first_region=region) | Q(second_region=region))

    def tied_to(self, row: str) -> Self:
        """Pairs of one row, by its public number."""
        return self.filter(Q(first__public_id=row) | Q(second__public_id=row))

    def for_list(self) -> Self:
        """Everything a line of a list shows, the best first."""
        related = (
            "period__region",
            "urusan",
            "first__region",
            "second__region",
            "first_region",
            "second_region",
        )
        return self.select_related(*related).order_by("-score", "pk")
