"""Admin of rows of the mapping: read only."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin
from ksd.mapping.models import MappingRow


@admin.register(MappingRow)
class MappingRowAdmin(ReadOnlyAdmin):
    """Rows within the admin's scope."""

    list_display = ("title", "kind", "region", "urusan", "period", "state")
    list_filter = ("kind", "state", "is_example")
    list_select_related = ("region", "urusan", "period")
    search_fields = ("title", "region__name")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the rows within scope."""
        seen = MappingRow.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(pk__in=seen.order_by().values("pk"))
