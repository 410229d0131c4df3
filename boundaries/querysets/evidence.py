"""Named questions about evidence: who may read which piece is answered here only."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from boundaries.choices import EvidenceLevel
from ksd.accounts.access import AnyUser, reach

if TYPE_CHECKING:
    from boundaries.models import Evidence  # noqa: F401  named in the generic base below


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Evidence by confidentiality and standing."""

    def visible_to(self, user: AnyUser) -> Self:
        """What a person may read: of segments in reach, and what one side keeps to itself only from that side and above."""
        seen = reach(user)
        of_segment = Q(segment__region_a__in=seen) | Q(segment__region_b__in=seen)
        return self.filter(of_segment, ~Q(level=EvidenceLevel.SENDIRI) | Q(region__in=seen))

    def public(self) -> Self:
        """What everybody may read without signing in."""
        return self.standing().filter(level=EvidenceLevel.PUBLIK)

    def standing(self) -> Self:
        """What was not withdrawn."""
        return self.filter(dropped_at=None)

    def for_list(self) -> Self:
        """Everything a line of the catalogue shows."""
        return self.select_related("region", "file").prefetch_related("remarks__region")
