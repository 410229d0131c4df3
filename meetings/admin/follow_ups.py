"""Admin of decisions and follow-ups: read only, for acts happen on the pages and leave their history."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin, ReadOnlyInline
from meetings.models import Carry, FollowUp, FollowUpEntry


class EntryInline(ReadOnlyInline):
    """What was reported and judged."""

    model = FollowUpEntry


class CarryInline(ReadOnlyInline):
    """The later meetings that ask for it again."""

    model = Carry


@admin.register(FollowUp)
class FollowUpAdmin(ReadOnlyAdmin):
    """Follow-ups with their history."""

    list_display = ("__str__", "region", "office", "due_on", "state", "progress", "changed_at")
    list_filter = ("state",)
    list_select_related = ("decision", "region", "office")
    search_fields = ("target", "decision__text", "region__name", "public_id")
    date_hierarchy = "due_on"
    inlines = (EntryInline, CarryInline)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the follow-ups within the admin's scope."""
        seen = FollowUp.objects.visible_to(cast(User, request.user)).order_by().values("pk")
        return super().get_queryset(request).filter(pk__in=seen)
