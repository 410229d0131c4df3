"""Named questions about the triage before proposals."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Count
from django.db.models.functions import ExtractYear

from agreements.choices import Verdict
from ksd.accounts.access import reach

if TYPE_CHECKING:
    from agreements.models import IntakeTriage  # noqa: F401  named as text below


class TriageQuerySet(models.QuerySet["IntakeTriage"]):
    """Triage by scope, verdict and count."""

    def visible_to(self, user: Any) -> "TriageQuerySet":
        """Triage of a region in the user's reach: its own, and for a province also that of its regencies."""
        return self.filter(region__in=reach(user))

    def sent_away(self) -> "TriageQuerySet":
        """What turned out to be no kerja sama daerah."""
        return self.filter(verdict=Verdict.SENT_AWAY)

    def waiting(self) -> "TriageQuerySet":
        """What goes on and has no proposal yet."""
        return self.filter(verdict=Verdict.GOES_ON, case__isnull=True)

    def by_destination(self) -> Any:
        """How many were sent where, the most first."""
        return (
            self.order_by()
            .values("destination")
            .annotate(count=Count("pk"))
            .order_by("-count", "destination")
        )

    def by_place(self) -> Any:
        """How many each office of each region had sent away, the most first."""
        kept = ("region__code", "region__name", "region__kind", "office__name")
        return self.order_by().values(*kept).annotate(count=Count("pk")).order_by("-count", "region__code")

    def by_year(self) -> Any:
        """How many were sent away in each year, the newest first."""
        years = self.order_by().annotate(year=ExtractYear("created_at"))
        return years.values("year").annotate(count=Count("pk")).order_by("-year")
