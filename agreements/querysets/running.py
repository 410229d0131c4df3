"""Named questions about what runs after the signing."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from agreements.choices import ObligationKind, ObligationState
from ksd.accounts.access import reach
from ksd.core import clock

if TYPE_CHECKING:
    from agreements.models import Goal, Obligation  # noqa: F401  named as text below


class ObligationQuerySet(models.QuerySet["Obligation"]):
    """Obligations by standing."""

    def standing(self) -> "ObligationQuerySet":
        """Those that were not removed."""
        return self.exclude(state=ObligationState.REMOVED)

    def duties(self) -> "ObligationQuerySet":
        """What parties owe; a right is somebody else's duty and would count twice."""
        return self.filter(kind=ObligationKind.DUTY)

    def late(self, on: date | None = None) -> "ObligationQuerySet":
        """Those still owed although their day has passed (Lapsed, by date)."""
        return self.filter(late_on(on or clock.today()))


def late_on(day: date) -> Q:
    """Not fulfilled on this day although it was due before."""
    still_owed = Q(state__in=ObligationState.open()) | Q(state=ObligationState.DONE, done_on__gt=day)
    return still_owed & Q(due_on__lt=day)


class GoalQuerySet(models.QuerySet["Goal"]):
    """Goals by scope."""

    def visible_to(self, user: Any) -> "GoalQuerySet":
        """Goals of the regions in the person's reach."""
        return self.filter(region__in=reach(user))
