"""Admin of what a segment's record holds: read here, written on the pages, where each act leaves its trace."""

from typing import Any, ClassVar, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from boundaries.models import (
    Amendment,
    CourtCase,
    Leg,
    Regulation,
    Round,
    RoundPosition,
    Segment,
    SegmentRegulation,
    SegmentTrace,
)
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin, ReadOnlyInline


class OfSegment(ReadOnlyAdmin):
    """Rows of the segments within the admin's reach."""

    list_select_related: ClassVar[tuple[str, ...]] = ("segment__region_a", "segment__region_b")
    search_fields: ClassVar[tuple[str, ...]] = ("segment__region_a__name", "segment__region_b__name")
    segment = "segment"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the rows of those segments."""
        seen = Segment.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(**{f"{self.segment}__in": seen}).distinct()


class UseInline(ReadOnlyInline):
    """Which segments a regulation speaks of."""

    model = SegmentRegulation

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Name only segments within reach."""
        seen = Segment.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(segment__in=seen)


@admin.register(Regulation)
class RegulationAdmin(OfSegment):
    """Regulations, each once, with the segments they speak of."""

    segment = "segments"
    list_display = ("citation", "title", "gazette", "dated", "verified")
    list_select_related = ()
    list_filter = ("kind", "verified")
    search_fields = ("number", "title", "gazette_number")
    inlines = (UseInline,)


@admin.register(SegmentRegulation)
class SegmentRegulationAdmin(OfSegment):
    """What each regulation does to each segment."""

    list_display = ("segment", "regulation", "role", "added_by", "added_at")
    list_filter = ("role",)
    list_select_related = ("segment__region_a", "segment__region_b", "regulation", "added_by")


@admin.register(CourtCase)
class CourtCaseAdmin(OfSegment):
    """Reviews by a court."""

    list_display = ("segment", "court", "number", "object", "verdict", "decided_on")
    list_filter = ("court", "verdict")


@admin.register(Amendment)
class AmendmentAdmin(OfSegment):
    """Wishes to change a boundary already set."""

    list_display = ("segment", "proposed_on", "region", "state", "decided_on")
    list_filter = ("state",)
    list_select_related = ("segment__region_a", "segment__region_b", "region")


@admin.register(Leg)
class LegAdmin(OfSegment):
    """Legs of all segments."""

    list_display = ("segment", "order", "name", "state", "length_km", "disputed_ha")
    list_filter = ("state",)


class PositionInline(ReadOnlyInline):
    """What each side held."""

    model = RoundPosition


@admin.register(Round)
class RoundAdmin(OfSegment):
    """Rounds of all negotiations."""

    list_display = ("segment", "number", "on", "forum", "agreed_km", "disputed_km")
    date_hierarchy = "on"
    inlines = (PositionInline,)


@admin.register(SegmentTrace)
class SegmentTraceAdmin(OfSegment):
    """Every act on the record of a segment."""

    list_display = ("segment", "label", "actor", "at")
    list_select_related = ("segment__region_a", "segment__region_b", "actor")
    search_fields = ("label", "detail", "segment__region_a__name", "segment__region_b__name")
    date_hierarchy = "at"
