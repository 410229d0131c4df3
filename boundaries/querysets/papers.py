"""Named questions about the documents of segments."""

from typing import TYPE_CHECKING, Self

from django.db import models

from boundaries.querysets.rows import rows
from ksd.accounts.access import AnyUser

if TYPE_CHECKING:
    from boundaries.models import SegmentPaper  # noqa: F401  named in the generic base below


class PaperQuerySet(models.QuerySet["SegmentPaper"]):
    """Documents by scope and standing."""

    def visible_to(self, user: AnyUser) -> Self:
        """Documents of the segments one sees; whoever sees one is a party to it or governs above."""
        return self.filter(segment__in=rows("Segment").visible_to(user))

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.filter(dropped_at=None)

    def open_to_all(self) -> Self:
        """Those that are not restricted to the two sides and those above them."""
        return self.standing().filter(confidential=False)
