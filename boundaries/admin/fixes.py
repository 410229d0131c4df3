"""Admin of positions from the field: read only, decided on the segment's page."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from boundaries.models import FieldFix, Segment
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin


@admin.register(FieldFix)
class FieldFixAdmin(ReadOnlyAdmin):
    """All positions of the segments within reach."""

    list_display = ("segment", "kind", "lat", "lon", "accuracy_m", "person", "taken_at", "state")
    list_filter = ("kind", "state")
    list_select_related = ("segment__region_a", "segment__region_b", "person")
    search_fields = ("segment__region_a__name", "segment__region_b__name", "note")
    date_hierarchy = "taken_at"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the positions of those segments."""
        seen = Segment.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(segment__in=seen)
