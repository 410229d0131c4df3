"""Admin of signings and copies: what was recorded is read only, the chain of approval of a region is its own."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.admin.scoped import OfCasesRun, ReadOnlyRows
from agreements.models import (
    ApprovalStep,
    Copy,
    CopyMove,
    Courier,
    ReplacedCopy,
    SigningCheck,
    SigningEvent,
    SigningMark,
    VersionStep,
)
from ksd.accounts.access import reach
from ksd.accounts.models import User
from ksd.core.admin import AnyAdmin


@admin.register(ApprovalStep)
class ApprovalStepAdmin(AnyAdmin):
    """The steps within one's own regions before they approve a text; running texts keep those they began with."""

    list_display = ("region", "naskah_kind", "order", "label", "permission", "active")
    list_filter = ("active", "permission")
    list_select_related = ("region",)
    autocomplete_fields = ("region",)
    search_fields = ("label", "region__name", "region__code")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the chains of regions within reach."""
        return super().get_queryset(request).filter(region__in=reach(cast(User, request.user)))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Write chains for regions within reach only."""
        if db_field.name == "region":
            kwargs["queryset"] = reach(cast(User, request.user))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


@admin.register(SigningEvent)
class SigningEventAdmin(OfCasesRun):
    """Signings planned and held."""

    case = "naskah__case"
    list_display = ("naskah", "on", "place", "mode", "state", "recorded_by")
    list_filter = ("state", "mode", "on")
    list_select_related = ("naskah__case", "recorded_by")
    search_fields = ("naskah__title", "naskah__case__title", "place")


@admin.register(SigningMark)
class SigningMarkAdmin(OfCasesRun):
    """What parties marked around their signature."""

    case = "row__naskah__case"
    list_display = ("row", "step", "on", "actor_name", "role", "at")
    list_filter = ("step", "at")
    list_select_related = ("row__party__region", "row__party__partner")
    search_fields = ("row__naskah__title", "actor_name", "note")


@admin.register(SigningCheck)
class SigningCheckAdmin(OfCasesRun):
    """What was found on signed papers."""

    case = "row__naskah__case"
    list_display = ("row", "complete", "copies", "actor_name", "role", "at")
    list_filter = ("complete", "at")
    list_select_related = ("row__party__region", "row__party__partner")
    search_fields = ("row__naskah__title", "actor_name", "note")


@admin.register(Courier)
class CourierAdmin(OfCasesRun):
    """Originals on their way between parties."""

    case = "naskah__case"
    list_display = ("naskah", "original", "carrier", "sender", "receiver", "handed_on", "received_on")
    list_filter = ("handed_on", ("received_on", admin.EmptyFieldListFilter))
    list_select_related = (
        "naskah__case", "sender__region", "sender__partner", "receiver__region", "receiver__partner",
    )  # fmt: skip
    search_fields = ("naskah__title", "carrier")


class MoveRows(ReadOnlyRows):
    """What happened to a copy."""

    model = CopyMove
    fields = ("on", "act", "source", "target", "shelf", "actor_name", "role", "at")


@admin.register(Copy)
class CopyAdmin(OfCasesRun):
    """The register of copies with their history."""

    case = "naskah__case"
    list_display = ("naskah", "form", "number", "party", "state", "holder", "shelf", "received_on")
    list_filter = ("form", "state", "received_on")
    list_select_related = ("naskah__case", "party__region", "party__partner")
    search_fields = ("naskah__title", "naskah__case__title", "holder", "shelf")
    inlines = (MoveRows,)


@admin.register(CopyMove)
class CopyMoveAdmin(OfCasesRun):
    """Everything that happened to copies."""

    case = "copy__naskah__case"
    list_display = ("copy", "act", "on", "source", "target", "actor_name", "at")
    list_filter = ("act", "on")
    list_select_related = ("copy",)
    search_fields = ("copy__naskah__title", "source", "target", "note")


@admin.register(VersionStep)
class VersionStepAdmin(OfCasesRun):
    """The word of each step within a party on each version."""

    case = "version__naskah__case"
    list_display = ("version", "party", "order", "label", "word", "actor_name", "role", "at")
    list_filter = ("word", "at")
    list_select_related = ("version", "party__region", "party__partner")
    search_fields = ("label", "actor_name", "note", "version__naskah__title")


@admin.register(ReplacedCopy)
class ReplacedCopyAdmin(OfCasesRun):
    """Scans that were replaced, kept with their reason."""

    case = "row__naskah__case"
    list_display = ("row", "file", "reason", "actor_name", "at")
    list_filter = ("at",)
    list_select_related = ("row__party__region", "row__party__partner", "file")
    search_fields = ("row__naskah__title", "reason", "actor_name")
