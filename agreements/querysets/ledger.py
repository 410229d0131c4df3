"""Named questions about the depositary ledger."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from agreements.models import Case, LedgerEntry  # noqa: F401  named as text below


class LedgerEntryQuerySet(models.QuerySet["LedgerEntry"]):
    """Entries of chains."""

    def of(self, case: "Case") -> "LedgerEntryQuerySet":
        """The chain of a case, oldest first."""
        return self.filter(case=case).order_by("sequence")

    def heads(self) -> "LedgerEntryQuerySet":
        """The newest entry of every chain, in the order of their cases."""
        newest = self.order_by().values("case").annotate(last=models.Max("pk")).values("last")
        return self.filter(pk__in=newest).order_by("case_id")
