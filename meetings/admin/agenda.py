"""Admin of agendas: read only, for acts happen on the pages."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin
from meetings.admin.scoped import OfMeetingsSeen
from meetings.models import AgendaItem, AgendaSection, BacklogItem, MeetingFile, SetAside


@admin.register(AgendaSection)
class AgendaSectionAdmin(OfMeetingsSeen):
    """Parts of agendas."""

    list_display = ("title", "meeting", "order")
    list_select_related = ("meeting",)
    search_fields = ("title", "meeting__title")


@admin.register(AgendaItem)
class AgendaItemAdmin(OfMeetingsSeen):
    """Items of agendas with what brought them there."""

    list_display = ("title", "meeting", "section", "order", "kind", "state", "source")
    list_filter = ("kind", "state")
    list_select_related = ("meeting", "section")
    search_fields = ("title", "presenter", "meeting__title", "public_id")


@admin.register(MeetingFile)
class MeetingFileAdmin(OfMeetingsSeen):
    """Files of meetings."""

    list_display = ("__str__", "meeting", "item", "kind", "added_by", "added_at", "dropped_at")
    list_filter = ("kind",)
    list_select_related = ("meeting", "item", "file", "added_by")
    search_fields = ("caption", "file__name", "meeting__title")


@admin.register(SetAside)
class SetAsideAdmin(OfMeetingsSeen):
    """Suggestions a meeting does not speak of."""

    list_display = ("title", "meeting", "reason", "set_by", "set_at")
    list_select_related = ("meeting", "set_by")
    search_fields = ("title", "reason", "meeting__title")


@admin.register(BacklogItem)
class BacklogItemAdmin(ReadOnlyAdmin):
    """What regions would like to see on an agenda."""

    list_display = ("title", "region", "meeting", "state", "proposed_at", "decided_at")
    list_filter = ("state",)
    list_select_related = ("region", "meeting")
    search_fields = ("title", "region__name", "public_id")
    date_hierarchy = "proposed_at"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the wishes within the admin's scope."""
        seen = BacklogItem.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(pk__in=seen.values("pk"))
