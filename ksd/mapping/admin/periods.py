"""Admin of mapping periods: read only."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin
from ksd.mapping.models import Period


@admin.register(Period)
class PeriodAdmin(ReadOnlyAdmin):
    """Periods within the admin's scope."""

    list_display = ("name", "year", "region", "forum", "state", "deadline")
    list_filter = ("state", "forum", "year")
    list_select_related = ("region",)
    search_fields = ("name", "region__name")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the periods within scope."""
        seen = Period.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(pk__in=seen.order_by().values("pk"))
