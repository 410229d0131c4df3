"""Admin of naskah: versions, approvals and signatures are read only."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from agreements.admin.scoped import OfCasesRun, ReadOnlyRows
from agreements.models import (
    Naskah,
    NaskahApproval,
    NaskahDraft,
    NaskahParty,
    NaskahPresence,
    NaskahVersion,
    WordReturn,
)


class SignatureRows(ReadOnlyRows):
    """Number, signer and day of each party."""

    model = NaskahParty
    fields = (
        "party",
        "number",
        "signer_name",
        "signer_title",
        "authority",
        "signed_on",
        "mode",
        "signed_copy",
    )


class VersionRows(ReadOnlyRows):
    """The wordings, newest first."""

    model = NaskahVersion
    fields = ("number", "note", "author", "created_at", "sha256")


class DraftRows(ReadOnlyRows):
    """Who typed what part and did not save it; the words are theirs alone."""

    model = NaskahDraft
    fields = ("user", "part", "base", "saved_at")


class PresenceRows(ReadOnlyRows):
    """Who had the editor open."""

    model = NaskahPresence
    fields = ("user", "part", "seen_at")


@admin.register(Naskah)
class NaskahAdmin(OfCasesRun):
    """KB and PKS with their days."""

    list_display = ("title", "kind", "state", "case", "signed_on", "starts_on", "ends_on", "life")
    list_filter = ("kind", "state", "ends_on")
    list_select_related = ("case", "parent")
    search_fields = ("title", "case__title", "public_id", "signatures__number")
    date_hierarchy = "created_at"
    inlines = (SignatureRows, VersionRows, DraftRows, PresenceRows)

    @admin.display(description=_("masa berlaku"))
    def life(self, naskah: Naskah) -> str:
        """State by date."""
        return naskah.life_label


@admin.register(NaskahVersion)
class NaskahVersionAdmin(OfCasesRun):
    """Saved wordings."""

    case = "naskah__case"

    list_display = ("naskah", "number", "author", "created_at", "sha256")
    list_filter = ("created_at",)
    list_select_related = ("naskah__case", "author")
    search_fields = ("naskah__title", "note", "sha256")


@admin.register(NaskahParty)
class NaskahPartyAdmin(OfCasesRun):
    """Signatures with their numbers."""

    case = "naskah__case"

    list_display = ("naskah", "party", "number", "signer_name", "authority", "signed_on", "mode")
    list_filter = ("authority", "mode", "signed_on")
    list_select_related = ("naskah__case", "party__region", "party__partner")
    search_fields = ("number", "signer_name", "naskah__title")


@admin.register(NaskahApproval)
class NaskahApprovalAdmin(OfCasesRun):
    """The word of each party on each version."""

    case = "naskah__case"

    list_display = ("at", "naskah", "version", "party", "decision", "actor_name", "role")
    list_display_links = ("naskah",)
    list_filter = ("decision", "at")
    list_select_related = ("naskah__case", "version", "party__region", "party__partner")
    search_fields = ("naskah__title", "actor_name", "note")


@admin.register(WordReturn)
class WordReturnAdmin(OfCasesRun):
    """Files that came back from Word and what became of them."""

    case = "naskah__case"
    list_display = ("naskah", "number", "foreign", "state", "sent_by", "sent_at")
    list_filter = ("state", "foreign")
    list_select_related = ("naskah__case", "naskah__parent", "sent_by")
    search_fields = ("naskah__title", "note")
    exclude = ("reading",)
