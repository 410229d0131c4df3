"""Admin of points and pillars: kinds are kept here; points, verdicts and visits come from acts and are only read."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from boundaries.models import (
    BoundaryPoint,
    Pillar,
    PillarInspection,
    PillarPlan,
    PointChange,
    PointKind,
    PointVerdict,
    Segment,
    SegmentPoint,
)
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin, ReadOnlyInline
from regions.admin import KeptAdmin


@admin.register(PointKind)
class PointKindAdmin(KeptAdmin):
    """Kinds of points: those of the decrees, and what an office adds."""

    list_display = ("code", "name", "on_line", "has_pillar", "verified")
    list_filter = ("verified", "has_pillar")
    search_fields = ("code", "name")


class OfSegmentsInSight(ReadOnlyAdmin):
    """Rows of points of the segments with a side within the admin's reach; `way` leads from a row to its segment."""

    way = "point__listings__segment"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the rows of those segments; a node counts once."""
        seen = Segment.objects.visible_to(cast(User, request.user)).order_by().values("pk")
        rows = super().get_queryset(request).filter(**{f"{self.way}__in": seen})
        return super().get_queryset(request).filter(pk__in=rows.order_by().values("pk"))


class ListingInline(ReadOnlyInline):
    """In which lists the point stands, under which label."""

    model = SegmentPoint
    fields = ("segment", "label", "order")


class VerdictInline(ReadOnlyInline):
    """What both sides said."""

    model = PointVerdict


class PointChangeInline(ReadOnlyInline):
    """What became of the point."""

    model = PointChange


@admin.register(BoundaryPoint)
class BoundaryPointAdmin(OfSegmentsInSight):
    """Points with everything said and done about them."""

    way = "listings__segment"
    list_display = ("__str__", "kind", "datum", "method", "accuracy_m", "brass_text")
    list_filter = ("kind", "datum", "method")
    list_select_related = ("kind",)
    search_fields = ("listings__label", "brass_text", "place")
    inlines = (ListingInline, VerdictInline, PointChangeInline)


class InspectionInline(ReadOnlyInline):
    """The visits to a pillar."""

    model = PillarInspection


@admin.register(Pillar)
class PillarAdmin(OfSegmentsInSight):
    """Pillars as assets."""

    list_display = ("__str__", "point", "size", "set_on", "state", "inspected_on")
    list_filter = ("state",)
    list_select_related = ("point__kind",)
    search_fields = ("point__listings__label", "size", "set_by")
    inlines = (InspectionInline,)


@admin.register(PillarPlan)
class PillarPlanAdmin(OfSegmentsInSight):
    """Distances the province set for single segments."""

    way = "segment"
    list_display = ("segment", "km_per_pillar", "basis", "by", "at")
    list_select_related = ("segment__region_a", "segment__region_b", "by")
