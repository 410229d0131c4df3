"""Admin of what happens to signed texts: read only, like all history."""

from django.contrib import admin

from agreements.admin.scoped import OfCasesRun
from agreements.models import Addendum, Extension, PartySuccession


@admin.register(Addendum)
class AddendumAdmin(OfCasesRun):
    """Why a text was changed, and whether it adds to the burden."""

    case = "naskah__case"
    list_display = ("naskah", "burden", "created_at")
    list_filter = ("burden",)
    list_select_related = ("naskah__case", "naskah__parent")
    search_fields = ("naskah__title", "reason")


@admin.register(Extension)
class ExtensionAdmin(OfCasesRun):
    """Which case goes on from which text."""

    list_display = ("case", "text")
    list_filter = ("case__kind",)
    list_select_related = ("case", "text__case", "text__parent")
    search_fields = ("case__title", "text__title")


@admin.register(PartySuccession)
class PartySuccessionAdmin(OfCasesRun):
    """Regions that act in the place of parties."""

    list_display = ("case", "predecessor", "successor", "on", "basis")
    list_filter = ("on",)
    list_select_related = (
        "case",
        "predecessor__region",
        "predecessor__partner",
        "successor__region",
        "successor__partner",
    )
    search_fields = ("case__title", "basis", "note")
