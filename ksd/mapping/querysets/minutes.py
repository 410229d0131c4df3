"""Named questions about the Berita Acara of a mapping."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from ksd.accounts.access import AnyUser, own_region_ids
from ksd.mapping.choices import PaperState

if TYPE_CHECKING:
    from ksd.mapping.models import MappingMinutes  # noqa: F401  named in the generic base below


class MinutesQuerySet(models.QuerySet["MappingMinutes"]):
    """Minutes by scope and state."""

    def visible_to(self, user: AnyUser) -> Self:
        """Those of periods the person sees; a draft only for who leads the mapping."""
        period: Any = self.model._meta.get_field("period").related_model
        periods = period.objects.visible_to(user)
        led = own_region_ids(user, "mapping.manage")
        return self.filter(Q(period__region__in=led) | ~Q(state=PaperState.DRAF), period__in=periods)

    def standing(self) -> Self:
        """Those not cancelled: one at most for a period."""
        return self.exclude(state=PaperState.DIBATALKAN)

    def for_page(self) -> Self:
        """Everything its page shows."""
        return self.select_related("period__region", "number", "pdf", "docx", "created_by")
