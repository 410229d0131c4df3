"""Named questions about a region's letters: its settings, its numbers, its wordings."""

from typing import TYPE_CHECKING, Any

from django.db import models

from agreements.choices.correspondence import NumberState
from ksd.accounts.access import reach

if TYPE_CHECKING:
    from agreements.models import IssuedNumber  # noqa: F401  named as text below


class OfRegionQuerySet(models.QuerySet[Any]):
    """Rows that belong to one region."""

    def visible_to(self, user: Any) -> "OfRegionQuerySet":
        """Those of regions in the user's reach."""
        return self.filter(region__in=reach(user))


class IssuedNumberQuerySet(models.QuerySet["IssuedNumber"]):
    """Numbers by scope and standing."""

    def visible_to(self, user: Any) -> "IssuedNumberQuerySet":
        """Numbers of regions in the user's reach."""
        return self.filter(region__in=reach(user))

    def valid(self) -> "IssuedNumberQuerySet":
        """Numbers that stand."""
        return self.filter(state=NumberState.VALID)
