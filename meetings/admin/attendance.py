"""Admin of sessions and lists of attendance: read only, and without the secret of the door."""

from django.contrib import admin

from meetings.admin.scoped import OfMeetingsOrganised, OfMeetingsSeen
from meetings.models import Attendance, MeetingSession


@admin.register(MeetingSession)
class MeetingSessionAdmin(OfMeetingsSeen):
    """Sessions with the hours of their doors."""

    list_display = ("title", "meeting", "starts_at", "ends_at", "opens_at", "closes_at")
    list_select_related = ("meeting",)
    search_fields = ("title", "meeting__title")
    date_hierarchy = "starts_at"


@admin.register(Attendance)
class AttendanceAdmin(OfMeetingsOrganised):
    """Lines of the lists of attendance, those struck out among them."""

    meeting = "session__meeting"
    list_display = ("name", "organisation", "session", "way", "at", "recorded_by", "struck_at")
    list_filter = ("way", ("struck_at", admin.EmptyFieldListFilter))
    list_select_related = ("session__meeting", "recorded_by")
    search_fields = ("name", "organisation", "stands_for", "session__meeting__title")
    date_hierarchy = "at"
