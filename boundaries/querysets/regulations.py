"""Named questions about what regulations do to segments."""

from typing import TYPE_CHECKING, Self

from django.db import models

from boundaries.choices import RegulationRole

if TYPE_CHECKING:
    from boundaries.models import SegmentRegulation  # noqa: F401  named in the generic base below


class SegmentRegulationQuerySet(models.QuerySet["SegmentRegulation"]):
    """Uses of regulations by what they do."""

    def settling(self) -> Self:
        """Those that set the boundary, the newest first."""
        found = self.filter(role=RegulationRole.MENETAPKAN).select_related("regulation")
        return found.order_by("-regulation__year", "-regulation__dated", "-pk")
