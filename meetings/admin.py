"""Admin of meetings: read only, for acts happen on the pages and leave their history."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from ksd.core.admin import ReadOnlyAdmin
from meetings.models import Meeting, MeetingEvent


class EventInline(admin.TabularInline):  # type: ignore[type-arg]  # not generic at run time
    """Who did what with the meeting."""

    model = MeetingEvent
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  Django's signature
        """Refuse: history comes from acts."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  the same
        """Refuse: history is not rewritten."""
        return False


@admin.register(Meeting)
class MeetingAdmin(ReadOnlyAdmin):
    """Meetings with their history."""

    list_display = ("title", "kind", "fiscal_year", "host", "organiser", "starts_at", "state")
    list_filter = ("kind", "state", "fiscal_year")
    list_select_related = ("host", "organiser")
    search_fields = ("title", "theme", "place", "host__name", "public_id")
    date_hierarchy = "starts_at"
    inlines = (EventInline,)


@admin.register(MeetingEvent)
class MeetingEventAdmin(ReadOnlyAdmin):
    """History of all meetings."""

    list_display = ("meeting", "step", "source", "target", "actor", "at")
    list_filter = ("target",)
    list_select_related = ("meeting", "actor")
    search_fields = ("meeting__title", "reason")
    date_hierarchy = "at"
