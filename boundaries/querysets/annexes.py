"""Named questions about printed annexes."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from ksd.accounts.access import AnyUser, reach

if TYPE_CHECKING:
    from boundaries.models import Annex  # noqa: F401  named in the generic base below


class AnnexQuerySet(models.QuerySet["Annex"]):
    """Prints by scope."""

    def visible_to(self, user: AnyUser) -> Self:
        """Prints of segments with either side within reach; that holds for restricted ones too."""
        seen = reach(user)
        return self.filter(Q(segment__region_a__in=seen) | Q(segment__region_b__in=seen))

    def for_list(self) -> Self:
        """Everything a line of the list shows."""
        return self.select_related("job__result", "asked_by")
