"""Named questions about proceedings beside the stages of a case."""

from typing import TYPE_CHECKING, Any

from django.db import models

from agreements.querysets.rows import rows

if TYPE_CHECKING:
    from agreements.models import Proceeding  # noqa: F401  named as text below


class ProceedingQuerySet(models.QuerySet["Proceeding"]):
    """Proceedings by scope and standing."""

    def visible_to(self, user: Any) -> "ProceedingQuerySet":
        """Proceedings of the cases the user may see."""
        return self.filter(case__in=rows("Case").visible_to(user))

    def open(self) -> "ProceedingQuerySet":
        """Proceedings that have not come to their last step."""
        return self.filter(closed_on=None)

    def disputes(self) -> "ProceedingQuerySet":
        """Disputes only."""
        return self.filter(code__startswith="perselisihan")
