"""Admin of meetings: read only, for acts happen on the pages and leave their history."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin, ReadOnlyInline
from meetings.models import Meeting, MeetingEvent


class EventInline(ReadOnlyInline):
    """Who did what with the meeting."""

    model = MeetingEvent


def _in_scope(request: HttpRequest) -> "QuerySet[Meeting]":
    return Meeting.objects.visible_to(cast(User, request.user))


@admin.register(Meeting)
class MeetingAdmin(ReadOnlyAdmin):
    """Meetings with their history."""

    list_display = ("title", "kind", "fiscal_year", "host", "organiser", "starts_at", "state")
    list_filter = ("kind", "state", "fiscal_year")
    list_select_related = ("host", "organiser")
    search_fields = ("title", "theme", "place", "host__name", "public_id")
    date_hierarchy = "starts_at"
    inlines = (EventInline,)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the meetings within the admin's scope."""
        return super().get_queryset(request).filter(pk__in=_in_scope(request))


@admin.register(MeetingEvent)
class MeetingEventAdmin(ReadOnlyAdmin):
    """History of all meetings."""

    list_display = ("meeting", "step", "source", "target", "actor", "at")
    list_filter = ("target",)
    list_select_related = ("meeting", "actor")
    search_fields = ("meeting__title", "reason")
    date_hierarchy = "at"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the history of the meetings within the admin's scope."""
        return super().get_queryset(request).filter(meeting__in=_in_scope(request))
