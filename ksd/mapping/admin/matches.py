"""Admin of pairs: read only."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin
from ksd.mapping.models import Match


@admin.register(Match)
class MatchAdmin(ReadOnlyAdmin):
    """Pairs within the admin's scope."""

    list_display = ("first", "second", "urusan", "score", "state", "period")
    list_filter = ("form", "state", "listed")
    list_select_related = ("first", "second", "urusan", "period")
    search_fields = ("first__title", "second__title")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the pairs within scope."""
        seen = Match.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(pk__in=seen.order_by().values("pk"))
