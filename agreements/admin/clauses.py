"""Admin of the clause library: wordings change on their own page, with owner and reason."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from agreements.admin.scoped import ReadOnlyRows
from agreements.models import Clause, ClauseFallback, ClauseVersion
from ksd.core.admin import AnyAdmin, ReadOnlyAdmin


class VersionRows(ReadOnlyRows):
    """The wordings of a clause."""

    model = ClauseVersion
    fields = ("number", "is_current", "owner_name", "reason", "created_at")


class FallbackRows(ReadOnlyRows):
    """The wordings to fall back on."""

    model = ClauseFallback
    fields = ("order", "title", "when", "owner_name", "reason", "ended_at", "ended_by")


@admin.register(Clause)
class ClauseAdmin(AnyAdmin):
    """Clauses by purpose; only what sorts and names them is edited here."""

    list_display = ("title", "naskah_kind", "family", "code", "order", "optional", "starter")
    list_filter = ("naskah_kind", "family", "optional", "starter")
    search_fields = ("title", "code", "purpose")
    readonly_fields = (
        "naskah_kind", "family", "code", "conditions", "conditions_by", "conditions_reason",
    )  # fmt: skip
    inlines = (VersionRows, FallbackRows)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002  Django's signature
        """Refuse: a clause begins with its first wording."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  the same
        """Refuse: running texts were begun from it."""
        return False


@admin.register(ClauseVersion)
class ClauseVersionAdmin(ReadOnlyAdmin):
    """Wordings with their owner and reason."""

    list_display = ("clause", "number", "is_current", "owner_name", "reason", "created_at")
    list_filter = ("is_current", "clause__naskah_kind", "created_at")
    list_select_related = ("clause",)
    search_fields = ("clause__title", "clause__code", "owner_name", "reason")
