"""Named questions about boundary segments."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, F, Min, Q, Sum

from boundaries.choices import SETTLED
from boundaries.querysets.kilometres import annotations
from ksd.accounts.access import AnyUser, reach
from regions.models import Region

if TYPE_CHECKING:
    from boundaries.models import Segment  # noqa: F401  named in the generic base below


@dataclass(frozen=True)
class Totals:
    """How many segments, how long, and how much of it a Permendagri has settled; lengths are indicative km.

    Nobody knows what is agreed or disputed where no segment has a figure: then it is None, not nothing.
    """

    segments: int
    km: Decimal
    settled: int
    settled_km: Decimal
    agreed_km: Decimal | None
    disputed_km: Decimal | None
    oldest: date | None


class SegmentQuerySet(models.QuerySet["Segment"]):
    """Segments by scope, pair, kind and words."""

    def visible_to(self, user: AnyUser) -> Self:
        """Segments with either side within the person's reach."""
        seen = reach(user)
        return self.filter(Q(region_a__in=seen) | Q(region_b__in=seen))

    def for_list(self) -> Self:
        """Everything a line of the list shows."""
        return self.select_related("region_a__parent", "region_b__parent")

    def with_km(self) -> Self:
        """With `agreed_km`, `disputed_km` and `km_source`, as `kilometres` derives them."""
        return self.annotate(**annotations())

    def of_region(self, region: Region) -> Self:
        """Segments with this region, or a region of this province, on either side."""
        own = Q(region_a=region) | Q(region_b=region)
        return self.filter(own | Q(region_a__parent=region) | Q(region_b__parent=region))

    def settled(self) -> Self:
        """Those a Permendagri has set."""
        return self.filter(stage__in=SETTLED)

    def unsettled(self) -> Self:
        """Those still under way, and those nobody knows about."""
        return self.exclude(stage__in=SETTLED)

    def standing_since(self, day: date) -> Self:
        """Those that came to their stage on this day or earlier."""
        return self.filter(stage_since__lte=day)

    def published(self) -> Self:
        """Those whose card anybody may read."""
        return self.filter(published=True)

    def between(self, a: Region, b: Region) -> Self:
        """The segment of two regions, whichever is named first."""
        return self.filter(Q(region_a=a, region_b=b) | Q(region_a=b, region_b=a))

    def of_codes(self, first: str, second: str) -> Self:
        """Segments of two codes in either order; those of living regions come first."""
        found = self.filter(
            Q(region_a__code=first, region_b__code=second) | Q(region_a__code=second, region_b__code=first)
        )
        return found.order_by(
            F("region_a__valid_to").desc(nulls_first=True),
            F("region_b__valid_to").desc(nulls_first=True),
            "-pk",
        )

    def inside_province(self) -> Self:
        """Segments whose two sides belong to one province."""
        return self.filter(region_a__parent=F("region_b__parent"))

    def between_provinces(self) -> Self:
        """Segments whose two sides belong to different provinces."""
        return self.filter(~Q(region_a__parent=F("region_b__parent")))

    def search(self, text: str) -> Self:
        """Segments in which every word is found in a region's name or code, or in the regulation."""
        found = self
        for word in text.split()[:8]:
            names = Q(region_a__name__icontains=word) | Q(region_b__name__icontains=word)
            codes = Q(region_a__code__startswith=word) | Q(region_b__code__startswith=word)
            found = found.filter(names | codes | Q(regulation__icontains=word))
        return found

    def totals(self) -> Totals:
        """Sums over these segments, in one query."""
        settled = Q(stage__in=SETTLED)
        sums = (
            self.order_by()
            .with_km()
            .aggregate(
                segments=Count("pk"),
                km=Sum("length_km"),
                settled=Count("pk", filter=settled),
                settled_km=Sum("length_km", filter=settled),
                agreed=Sum("agreed_km"),
                disputed=Sum("disputed_km"),
                oldest=Min("stage_since", filter=~settled),
            )
        )
        return Totals(
            segments=sums["segments"],
            km=sums["km"] or Decimal(0),
            settled=sums["settled"],
            settled_km=sums["settled_km"] or Decimal(0),
            agreed_km=sums["agreed"],
            disputed_km=sums["disputed"],
            oldest=sums["oldest"],
        )
