"""Named questions about the points in the lists of segments."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q

from boundaries.choices import PillarState, PointOpinion, Standing
from ksd.accounts.access import AnyUser, reach

if TYPE_CHECKING:
    from boundaries.models import SegmentPoint  # noqa: F401  named in the generic base below


@dataclass(frozen=True)
class PointTotals:
    """Rows of the lists, different points, pillars recorded, and how many of them stand how."""

    rows: int
    points: int
    pillars: int
    ada: int
    rusak: int
    hilang: int
    unseen: int


class ListingQuerySet(models.QuerySet["SegmentPoint"]):
    """Points of segments by scope, words, standing and the state of their pillars."""

    def visible_to(self, user: AnyUser) -> Self:
        """Points of segments with either side within the person's reach."""
        seen = reach(user)
        return self.filter(Q(segment__region_a__in=seen) | Q(segment__region_b__in=seen))

    def with_point(self) -> Self:
        """The point itself, its kind and its pillar."""
        return self.select_related("point__kind", "point__pillar")

    def for_list(self) -> Self:
        """Everything a line of a list shows: the sides, the point, the words of both sides, the other segments."""
        verdicts = apps.get_model("boundaries.PointVerdict").objects.filter(voided_at=None)
        others = self.model._default_manager.select_related("segment__region_a", "segment__region_b")
        return (
            self.with_point()
            .select_related("segment__region_a", "segment__region_b")
            .prefetch_related(
                Prefetch("point__verdicts", verdicts.select_related("region"), to_attr="standing_verdicts"),
                Prefetch("point__listings", others, to_attr="all_listings"),
            )
        )

    def in_order(self) -> Self:
        """Segment by segment, each in the order along its boundary."""
        return self.order_by("segment_id", "order", "pk")

    def search(self, text: str) -> Self:
        """Points in which every word is found: label, tablet, place, or the regions of the segment."""
        found = self
        for word in text.split()[:8]:
            own = (
                Q(label__icontains=word)
                | Q(point__brass_text__icontains=word)
                | Q(point__place__icontains=word)
            )
            sides = Q(segment__region_a__name__icontains=word) | Q(segment__region_b__name__icontains=word)
            codes = Q(segment__region_a__code=word) | Q(segment__region_b__code=word)
            found = found.filter(own | sides | codes)
        return found

    def nodes(self) -> Self:
        """Points that stand in the lists of several segments."""
        others = self.model._default_manager.filter(point=OuterRef("point")).exclude(pk=OuterRef("pk"))
        return self.filter(Exists(others))

    def standing(self, value: str) -> Self:
        """Points approved by both sides, objected to by one, or still waiting."""
        objected = Exists(self._verdicts(PointOpinion.KEBERATAN))
        approved = Exists(self._verdicts(PointOpinion.SETUJU, region=OuterRef("segment__region_a"))) & Exists(
            self._verdicts(PointOpinion.SETUJU, region=OuterRef("segment__region_b"))
        )
        if value == Standing.DISAHKAN:
            return self.filter(approved)
        return self.filter(objected) if value == Standing.KEBERATAN else self.filter(~objected & ~approved)

    def _verdicts(self, verdict: str, **more: Any) -> "models.QuerySet[Any]":
        rows = apps.get_model("boundaries.PointVerdict").objects.filter(
            point=OuterRef("point"), verdict=verdict, voided_at=None, **more
        )
        if more:
            return rows
        return rows.filter(Q(region=OuterRef("segment__region_a")) | Q(region=OuterRef("segment__region_b")))

    def unseen_since(self, day: date) -> Self:
        """Pillars never inspected, or not since that day."""
        return self.filter(_unseen(day))

    def totals(self, day: date) -> PointTotals:
        """Sums over these rows in one query; `day` is the first on which an inspection still counts."""
        pillar = F("point__pillar")
        states = {
            state.value: Count(pillar, filter=Q(point__pillar__state=state), distinct=True)
            for state in PillarState
            if state.value
        }
        sums = self.order_by().aggregate(
            rows=Count("pk"),
            points=Count("point", distinct=True),
            pillars=Count(pillar, distinct=True),
            unseen=Count(pillar, filter=_unseen(day), distinct=True),
            **states,
        )
        return PointTotals(**sums)


def _unseen(day: date) -> Q:
    never = Q(point__pillar__inspected_on__isnull=True)
    return Q(point__pillar__isnull=False) & (never | Q(point__pillar__inspected_on__lt=day))
