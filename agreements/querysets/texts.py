"""Named questions about texts, by scope and by date."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from agreements.choices import NaskahState
from agreements.querysets.rows import rows
from ksd.core import clock

if TYPE_CHECKING:
    from agreements.models import Naskah  # noqa: F401  named as text below


# A line of extensions is followed so far back; each link of a KB is up to five years.
LINKS = 4


def _prolonged_beyond() -> Exists:
    """Whether an extension of the parent, signed, covers the last day of the text that rests on it."""
    line, path = Q(), "case__extension__text"
    for _link in range(LINKS):
        line |= Q(**{path: OuterRef("parent")})
        path += "__case__extension__text"
    last = Coalesce(OuterRef("ended_early_on"), OuterRef("ends_on"))
    uncut = Q(ended_early_on__isnull=True)
    covers = uncut & (Q(ends_on__isnull=True) | Q(ends_on__gte=last))
    covers |= Q(ended_early_on__gte=OuterRef("ended_early_on")) | Q(ended_early_on__gt=OuterRef("ends_on"))
    signed = rows("Naskah").filter(state=NaskahState.SIGNED, kind=OuterRef("parent__kind"))
    return Exists(signed.filter(line, covers))


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

    def outliving_parent(self) -> "NaskahQuerySet":
        """Signed texts that go on after the text they rest on has ended; an unknown end outlives a known one.

        Not where an extension of that text was signed and reaches as far. No article forbids it: shown, not refused.
        """
        signed = self.filter(state=NaskahState.SIGNED)
        cut = Q(parent__ended_early_on__isnull=False) & (
            Q(ended_early_on__gt=F("parent__ended_early_on"))
            | Q(ended_early_on__isnull=True) & self._ends_from(F("parent__ended_early_on"))
        )
        ran_out = Q(parent__ended_early_on__isnull=True, ended_early_on__isnull=True) & (
            Q(ends_on__gt=F("parent__ends_on")) | Q(ends_on__isnull=True, parent__ends_on__isnull=False)
        )
        return signed.filter(cut | ran_out).exclude(_prolonged_beyond())

    def with_outliving(self) -> "NaskahQuerySet":
        """Each text with `outlives`: whether it goes on after the text it rests on has ended."""
        return self.annotate(outlives=Exists(rows("Naskah").outliving_parent().filter(pk=OuterRef("pk"))))

    def _ends_from(self, day: F) -> Q:
        return Q(ends_on__gte=day) | Q(ends_on__isnull=True)

    def alive(self, on: date | None = None) -> "NaskahQuerySet":
        """Texts that still are, or may yet come, into force, and those being written or signed."""
        today = on or clock.today()
        running = Q(state=NaskahState.SIGNED) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today))
        running &= Q(ended_early_on__isnull=True) | Q(ended_early_on__gt=today)
        return self.filter(running | Q(state__in=NaskahState.open()))

    def ending_within(self, days: int, on: date | None = None) -> "NaskahQuerySet":
        """Texts in force that end within so many days."""
        today = on or clock.today()
        return self.in_force(today).filter(ends_on__lte=today + timedelta(days=days))
