"""Admin of what was found and said of rows: read only."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin
from ksd.mapping.models import MappingRow, RowComment, RowTriage


class _OfRowAdmin(ReadOnlyAdmin):
    """What belongs to rows within the admin's scope."""

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep what belongs to rows within scope."""
        seen = MappingRow.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(row__in=seen.order_by().values("pk"))


@admin.register(RowTriage)
class RowTriageAdmin(_OfRowAdmin):
    """Tests of rows."""

    list_display = ("row", "verdict", "destination", "verdict_by", "verdict_at")
    list_filter = ("verdict",)
    list_select_related = ("row", "verdict_by")
    search_fields = ("row__title", "reason")


@admin.register(RowComment)
class RowCommentAdmin(_OfRowAdmin):
    """Remarks on rows."""

    list_display = ("row", "region", "author_name", "at")
    list_select_related = ("row", "region")
    search_fields = ("row__title", "text")
