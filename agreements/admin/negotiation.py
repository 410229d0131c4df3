"""Admin of the negotiation table: history is read, guest links are revoked on their page."""

from django.contrib import admin

from agreements.admin.scoped import OfCasesRun, ReadOnlyRows
from agreements.models import ClausePosition, GuestLink, GuestUse, NegotiatedClause


class PositionRows(ReadOnlyRows):
    """Every word on a Pasal."""

    model = ClausePosition
    fields = ("at", "round", "party", "stance", "remark", "actor_name", "role")


class UseRows(ReadOnlyRows):
    """Every use of a link."""

    model = GuestUse
    fields = ("at", "act", "detail")


@admin.register(NegotiatedClause)
class NegotiatedClauseAdmin(OfCasesRun):
    """Where each Pasal stands."""

    case = "naskah__case"

    list_display = ("naskah", "clause", "state", "round", "agreed_version", "agreed_at")
    list_filter = ("state", "agreed_at")
    list_select_related = ("naskah__case", "agreed_version")
    search_fields = ("naskah__title", "clause")
    inlines = (PositionRows,)


@admin.register(ClausePosition)
class ClausePositionAdmin(OfCasesRun):
    """Words of parties."""

    case = "row__naskah__case"

    list_display = ("at", "row", "party", "stance", "actor_name", "role")
    list_display_links = ("row",)
    list_filter = ("stance", "at")
    list_select_related = ("row__naskah__case", "party__region", "party__partner")
    search_fields = ("row__naskah__title", "actor_name", "remark")


@admin.register(GuestLink)
class GuestLinkAdmin(OfCasesRun):
    """Links for partners without an account; never their secret."""

    case = "naskah__case"

    list_display = ("label", "naskah", "party", "created_by", "created_at", "expires_at", "revoked_at")
    list_filter = ("created_at", "expires_at")
    list_select_related = ("naskah__case", "party__region", "party__partner", "created_by")
    search_fields = ("label", "naskah__title")
    exclude = ("token_sha256",)
    inlines = (UseRows,)


@admin.register(GuestUse)
class GuestUseAdmin(OfCasesRun):
    """Uses of links."""

    case = "link__naskah__case"

    list_display = ("at", "link", "act", "detail")
    list_display_links = ("link",)
    list_filter = ("act", "at")
    list_select_related = ("link",)
    search_fields = ("link__label", "detail")
