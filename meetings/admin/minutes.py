"""Admin of notula with their corrections, and of reports: read only."""

from django.contrib import admin

from ksd.core.admin import ReadOnlyInline
from meetings.admin.scoped import OfMeetingsOrganised
from meetings.models import Correction, MeetingReport, Minutes


class CorrectionInline(ReadOnlyInline):
    """What participants would have otherwise, and what became of it."""

    model = Correction


@admin.register(Minutes)
class MinutesAdmin(OfMeetingsOrganised):
    """Notula with their corrections."""

    list_display = ("meeting", "state", "note_taker", "correct_until", "signed_at", "signed_by")
    list_filter = ("state",)
    list_select_related = ("meeting", "signed_by")
    search_fields = ("meeting__title", "chair", "note_taker")
    date_hierarchy = "signed_at"
    inlines = (CorrectionInline,)


@admin.register(MeetingReport)
class MeetingReportAdmin(OfMeetingsOrganised):
    """Reports of meetings with their numbers."""

    list_display = ("meeting", "addressee", "signer", "number", "sent_on", "changed_at")
    list_select_related = ("meeting", "number")
    search_fields = ("meeting__title", "addressee", "signer", "number__number")
    date_hierarchy = "sent_on"
