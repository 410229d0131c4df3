"""Named questions about texts, by scope and by date."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from agreements.choices import NaskahState
from agreements.querysets.rows import rows
from ksd.core import clock

if TYPE_CHECKING:
    from agreements.models import Naskah  # noqa: F401  named as text below


class NaskahQuerySet(models.QuerySet["Naskah"]):
    """Texts by scope and by date."""

    def visible_to(self, user: Any) -> "NaskahQuerySet":
        """Texts of the cases the user may see."""
        return self.filter(case__in=rows("Case").visible_to(user))

    def open(self) -> "NaskahQuerySet":
        """Texts still being written, approved or signed."""
        return self.filter(state__in=NaskahState.open())

    def in_force(self, on: date | None = None) -> "NaskahQuerySet":
        """Signed texts whose days include this one."""
        today = on or clock.today()
        return self.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=today),
            Q(ended_early_on__isnull=True) | Q(ended_early_on__gt=today),
            state=NaskahState.SIGNED,
            starts_on__lte=today,
        )

    def ending_within(self, days: int, on: date | None = None) -> "NaskahQuerySet":
        """Texts in force that end within so many days."""
        today = on or clock.today()
        return self.in_force(today).filter(ends_on__lte=today + timedelta(days=days))
