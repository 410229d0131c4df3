"""Admin of what is written in the room: rumusan, what delegations said of it, points and notes. Read only."""

from django.contrib import admin

from ksd.core.admin import ReadOnlyInline
from meetings.admin.scoped import OfMeetingsOrganised, OfMeetingsSeen
from meetings.models import Confirmation, Decision, LiveNote, Record


class ConfirmationInline(ReadOnlyInline):
    """What each delegation said of which edition."""

    model = Confirmation


@admin.register(Record)
class RecordAdmin(OfMeetingsSeen):
    """Rumusan with the words of the delegations."""

    list_display = ("meeting", "state", "edition", "shown_at", "locked_at", "number")
    list_filter = ("state",)
    list_select_related = ("meeting", "number")
    search_fields = ("meeting__title", "number__number")
    date_hierarchy = "locked_at"
    inlines = (ConfirmationInline,)


@admin.register(Decision)
class DecisionAdmin(OfMeetingsSeen):
    """Numbered points of results."""

    list_display = ("__str__", "meeting", "kind", "case", "segment", "written_by", "written_at", "dropped_at")
    list_filter = ("kind", ("dropped_at", admin.EmptyFieldListFilter))
    list_select_related = ("meeting", "case", "segment__region_a", "segment__region_b", "written_by")
    search_fields = ("text", "meeting__title", "public_id")
    date_hierarchy = "written_at"


@admin.register(LiveNote)
class LiveNoteAdmin(OfMeetingsOrganised):
    """Notes taken in the room, each with who took it."""

    list_display = ("__str__", "meeting", "item", "speaker", "author", "at", "dropped_at")
    list_filter = (("dropped_at", admin.EmptyFieldListFilter),)
    list_select_related = ("meeting", "item", "author")
    search_fields = ("text", "speaker", "meeting__title")
    date_hierarchy = "at"
