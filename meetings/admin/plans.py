"""Admin of KAK and speeches: read only."""

from django.contrib import admin

from meetings.admin.scoped import OfMeetingsOrganised, OfMeetingsSeen
from meetings.models import MeetingPlan, Speech


@admin.register(MeetingPlan)
class MeetingPlanAdmin(OfMeetingsOrganised):
    """KAK of meetings."""

    list_display = ("meeting", "responsible", "budget", "revision", "changed_at")
    list_select_related = ("meeting",)
    search_fields = ("meeting__title", "responsible", "budget_source")
    date_hierarchy = "changed_at"


@admin.register(Speech)
class SpeechAdmin(OfMeetingsSeen):
    """Speeches with owner and reader."""

    list_display = ("title", "meeting", "owner", "reader", "order")
    list_select_related = ("meeting",)
    search_fields = ("title", "owner", "reader", "meeting__title")
