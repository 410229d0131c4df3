"""Admin of lines: read only, for a version never changes."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from boundaries.models import BoundaryLine, LineWithdrawal
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin


@admin.register(BoundaryLine)
class BoundaryLineAdmin(ReadOnlyAdmin):
    """Versions of lines within reach; where they run is seen on their pages."""

    list_display = ("__str__", "segment", "role", "region", "round", "version", "author", "drawn_at")
    list_filter = ("role", "confidential", "illustrative")
    list_select_related = ("segment__region_a", "segment__region_b", "region", "round", "author")
    search_fields = ("name", "segment__region_a__name", "segment__region_b__name")
    exclude = ("vertices",)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep what the person may read."""
        seen = BoundaryLine.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(pk__in=seen).defer("vertices")


@admin.register(LineWithdrawal)
class LineWithdrawalAdmin(ReadOnlyAdmin):
    """Which lines were taken back, by whom and why."""

    list_display = ("line", "actor", "at", "reason")
    list_select_related = ("line__region", "actor")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those of lines the person may read."""
        seen = BoundaryLine.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(line__in=seen)
