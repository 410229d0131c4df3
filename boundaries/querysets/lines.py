"""Named questions about the lines drawn for a segment."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from boundaries.choices import LineRole
from ksd.accounts.access import AnyUser, own_region_ids, reach

if TYPE_CHECKING:
    from boundaries.models import BoundaryLine, Segment  # noqa: F401  named in the generic base below


class LineQuerySet(models.QuerySet["BoundaryLine"]):
    """Lines by who may read them, whether they stand, and when they were stated."""

    def visible_to(self, user: AnyUser) -> Self:
        """Lines of segments within reach; an unshared compromise only for the office that drew it."""
        seen = reach(user)
        own = Q(region__in=own_region_ids(user, "boundaries.manage"))
        return self.filter(Q(segment__region_a__in=seen) | Q(segment__region_b__in=seen)).filter(
            Q(shared=True) | own
        )

    def public(self) -> Self:
        """What anybody may see: shared lines that no side has marked as restricted."""
        return self.filter(shared=True, confidential=False)

    def shared_of(self, segment: "Segment") -> Self:
        """Lines of one segment that every reader of the segment may see."""
        return self.filter(segment=segment, shared=True)

    def standing(self) -> Self:
        """Versions neither replaced nor withdrawn."""
        return self.filter(replaced_by__isnull=True, withdrawal__isnull=True)

    def without_older_steps(self) -> Self:
        """Of every compromise the step it stands at, and the one shown to the parties; not all that was tried before."""
        tried = Q(role=LineRole.KOMPROMI, step__isnull=False, shared=False)
        return self.exclude(tried & ~Q(step__compromise__current=F("step")))

    def for_list(self) -> Self:
        """What a row of a list shows, without the vertices."""
        return self.select_related(
            "segment__region_a", "segment__region_b", "region", "round", "author", "replaced_by", "withdrawal"
        ).defer("vertices")

    def for_drawing(self) -> Self:
        """What a drawing needs, the vertices included."""
        return self.select_related("segment__region_a", "segment__region_b", "region", "round")

    def newest_first(self) -> Self:
        """By round, then by the day they were drawn."""
        return self.order_by(F("round__number").desc(nulls_last=True), "-drawn_at", "-pk")

    def claims_of(self, region_id: int) -> Self:
        """Claims of one side."""
        return self.filter(role=LineRole.KLAIM, region_id=region_id)
