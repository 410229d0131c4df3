"""Admin of series of meetings: read only."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ksd.accounts.access import reach
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin
from meetings.models import MeetingSeries


@admin.register(MeetingSeries)
class MeetingSeriesAdmin(ReadOnlyAdmin):
    """Series of the regions within reach."""

    list_display = ("name", "region", "kind", "per_year", "is_active")
    list_filter = ("kind", "is_active")
    list_select_related = ("region",)
    search_fields = ("name", "title", "region__name")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those of regions within reach."""
        return super().get_queryset(request).filter(region__in=reach(cast(User, request.user)))
