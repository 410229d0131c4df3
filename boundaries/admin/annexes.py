"""Admin of printed annexes: read only, they are asked for on the segment's page."""

from typing import cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from boundaries.models import Annex
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin


@admin.register(Annex)
class AnnexAdmin(ReadOnlyAdmin):
    """Who printed what from which data."""

    list_display = ("__str__", "kind", "summary", "asked_by", "asked_at", "confidential")
    list_filter = ("kind", "confidential")
    list_select_related = ("segment__region_a", "segment__region_b", "asked_by")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Annex]":
        """Prints of segments within the person's scope."""
        return Annex.objects.visible_to(cast(User, request.user))
