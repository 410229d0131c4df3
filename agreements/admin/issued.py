"""Admin of issued files and requests for electronic signatures: what was recorded is read only."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.admin.scoped import OfCasesRun
from agreements.models import Case, IssuedEntry, IssuedFile, NaskahParty, PdfReading, SignRequest
from ksd.core.admin import ReadOnlyAdmin


@admin.register(IssuedFile)
class IssuedFileAdmin(OfCasesRun):
    """Papers issued of texts."""

    case = "naskah__case"
    list_display = ("code", "kind", "title", "version", "asked_by", "issued_at")
    list_filter = ("kind", "issued_at")
    list_select_related = ("naskah__case", "version", "asked_by")
    search_fields = ("code", "title", "sha256")


@admin.register(IssuedEntry)
class IssuedEntryAdmin(OfCasesRun):
    """What happened to papers of texts."""

    case = "issued__naskah__case"
    list_display = ("issued", "act", "by_name", "at", "times")
    list_filter = ("act", "at")
    list_select_related = ("issued",)
    search_fields = ("issued__code", "issued__title", "by_name")


@admin.register(SignRequest)
class SignRequestAdmin(OfCasesRun):
    """Requests for electronic signatures; their links cannot be read from here."""

    case = "row__naskah__case"
    list_display = ("row", "official", "order", "state", "expires_on", "asked_by")
    list_filter = ("state", "expires_on")
    list_select_related = ("row__party__region", "row__party__partner", "asked_by")
    search_fields = ("official", "row__naskah__title")
    exclude = ("link_hash",)


@admin.register(PdfReading)
class PdfReadingAdmin(OfCasesRun):
    """What the signatures in signed copies say."""

    list_display = ("file", "read_at")
    list_filter = ("read_at",)
    list_select_related = ("file",)
    search_fields = ("file__name", "file__sha256")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the copies of texts of cases one's own regions run."""
        run = Case.objects.run_within_reach_of(request.user)
        copies = NaskahParty.objects.filter(naskah__case__in=run, signed_copy__isnull=False)
        return ReadOnlyAdmin.get_queryset(self, request).filter(file__in=copies.values("signed_copy"))
