"""Named questions about the copies of signed texts."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from agreements.choices import CopyForm, CopyState
from agreements.querysets.rows import rows

if TYPE_CHECKING:
    from agreements.models import Copy  # noqa: F401  named as text below


class CopyQuerySet(models.QuerySet["Copy"]):
    """Copies by scope, place and lack."""

    def visible_to(self, user: Any) -> "CopyQuerySet":
        """Copies of texts of the cases the user may see."""
        return self.filter(naskah__case__in=rows("Case").visible_to(user))

    def for_list(self) -> "CopyQuerySet":
        """Everything one line of a list shows, in a fixed number of queries."""
        return self.select_related("naskah__case", "party__region", "party__partner", "scan")

    def lacking(self) -> "CopyQuerySet":
        """Originals nobody has in hand: not received yet, or lost."""
        return self.filter(form=CopyForm.ORIGINAL, state__in=(CopyState.AWAITED, CopyState.LOST))

    def search(self, text: str) -> "CopyQuerySet":
        """Copies whose text, number, holder or shelf holds every word."""
        found = self
        for word in text.split()[:8]:
            found = found.filter(
                Q(naskah__title__icontains=word)
                | Q(naskah__case__title__icontains=word)
                | Q(holder__icontains=word)
                | Q(shelf__icontains=word)
                | Q(party__region__name__icontains=word)
                | Q(naskah__in=rows("NaskahParty").filter(number__icontains=word).values("naskah"))
            )
        return found
