"""Evidence and what claims rest on, for reading; acts are on the pages of the segment."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from boundaries.models import Evidence, EvidenceRemark, LineEvidence
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin


def _readable(request: HttpRequest) -> "QuerySet[Evidence]":
    return Evidence.objects.visible_to(cast(User, request.user))


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyAdmin):
    """The catalogue, as far as the admin may read it; who testified is left to the pages."""

    list_display = ("title", "kind", "segment", "region", "level", "dropped_at")
    list_filter = ("kind", "level")
    list_select_related = ("segment__region_a", "segment__region_b", "region")
    search_fields = ("title", "number")
    exclude = ("witness", "file")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep what the person may read."""
        return super().get_queryset(request).filter(pk__in=_readable(request))


@admin.register(EvidenceRemark)
class EvidenceRemarkAdmin(ReadOnlyAdmin):
    """What the other sides said."""

    list_display = ("evidence", "region", "verdict", "author", "at")
    list_filter = ("verdict",)
    list_select_related = ("evidence", "region", "author")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those of evidence the person may read."""
        return super().get_queryset(request).filter(evidence__in=_readable(request))


@admin.register(LineEvidence)
class LineEvidenceAdmin(ReadOnlyAdmin):
    """On what stretches of claims rest, taken back ones included."""

    list_display = ("line", "first", "last", "evidence", "author", "at", "dropped_at")
    list_select_related = ("line__region", "evidence", "author")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those that rest on evidence the person may read."""
        return super().get_queryset(request).filter(evidence__in=_readable(request))
