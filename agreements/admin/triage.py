"""Admin of the triage before proposals: read only, within reach."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.models import IntakeTriage
from ksd.accounts.access import reach
from ksd.core.admin import ReadOnlyAdmin


@admin.register(IntakeTriage)
class IntakeTriageAdmin(ReadOnlyAdmin):
    """What was asked, what it came to, where it was sent."""

    list_display = ("title", "region", "office", "verdict", "place_label", "created_by", "created_at")
    list_filter = ("verdict", "destination", "created_at")
    list_select_related = ("region", "office", "created_by")
    search_fields = ("title", "reason", "region__name")
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those of a region within reach."""
        return super().get_queryset(request).filter(region__in=reach(request.user))
