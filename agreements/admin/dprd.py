"""Admin of the regions' rounds with their DPRDs: read only."""

from django.contrib import admin

from agreements.admin.scoped import OfCasesRun, ReadOnlyRows
from agreements.models import DprdLetter, DprdTrack


class LetterRows(ReadOnlyRows):
    """The letters of a round."""

    model = DprdLetter
    fields = ("kind", "number", "dated", "file")


@admin.register(DprdTrack)
class DprdTrackAdmin(OfCasesRun):
    """Every round with its standing and days."""

    list_display = ("case", "party", "cause", "round", "state", "outcome", "submitted_on", "ended_on")
    list_filter = ("outcome", "cause", "submitted_on")
    list_select_related = ("case", "party__region", "party__partner")
    search_fields = ("case__title", "case__public_id", "letters__number")
    inlines = (LetterRows,)
