"""Admin of sheets that came in and of the Berita Acara: read only."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin
from ksd.mapping.models import MappingMinutes, SheetUpload


@admin.register(SheetUpload)
class SheetUploadAdmin(ReadOnlyAdmin):
    """Sheets within the admin's scope."""

    list_display = ("file", "region", "period", "state", "created_at")
    list_filter = ("state",)
    list_select_related = ("file", "region", "period")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the sheets within scope."""
        seen = SheetUpload.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(pk__in=seen.order_by().values("pk"))


@admin.register(MappingMinutes)
class MappingMinutesAdmin(ReadOnlyAdmin):
    """Minutes within the admin's scope."""

    list_display = ("period", "number", "dated", "state")
    list_filter = ("state",)
    list_select_related = ("period", "number")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the minutes within scope."""
        seen = MappingMinutes.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(pk__in=seen.order_by().values("pk"))
