"""Admin of cases: everything is read only, for acts happen on the pages and leave their history."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from agreements.admin.scoped import OfCasesRun, ReadOnlyRows
from agreements.law import loading
from agreements.models import Answer, Case, CaseDocument, CaseEvent, Partner, Party
from ksd.accounts.access import reach
from ksd.accounts.models import User
from ksd.core.admin import AnyAdmin


class KindFilter(admin.SimpleListFilter):
    """Kinds by the names the packs give them."""

    title = _("jenis")
    parameter_name = "jenis"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:  # noqa: ARG002  Django's signature
        """Every kind of the newest packs."""
        return [(kind.code, kind.label) for kind in loading.all_kinds()]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":  # noqa: ARG002  the same
        """Cases of that kind."""
        return queryset.filter(kind=self.value()) if self.value() else queryset


class StateFilter(admin.SimpleListFilter):
    """States by the names the packs give them."""

    title = _("keadaan")
    parameter_name = "keadaan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:  # noqa: ARG002  Django's signature
        """Every state of the newest packs, once."""
        packs = [loading.latest(code) for code in loading.codes()]
        return list({row.code: row.label for pack in packs for row in pack.states}.items())

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":  # noqa: ARG002  the same
        """Cases in that state."""
        return queryset.filter(state=self.value()) if self.value() else queryset


class PartyRows(ReadOnlyRows):
    """The parties of a case."""

    model = Party
    fields = ("order", "side", "region", "partner", "shared_at", "accepted_on", "turn_since")


class EventRows(ReadOnlyRows):
    """The history of a case."""

    model = CaseEvent
    fields = ("at", "label", "actor_name", "role", "on", "reason")


@admin.register(Case)
class CaseAdmin(OfCasesRun):
    """Cooperations with their parties and history."""

    case = "pk"

    list_display = ("title", "kind_name", "state_name", "state_since", "created_by", "updated_at", "page")
    list_filter = (KindFilter, StateFilter, "pack_code", "created_at")
    list_select_related = ("created_by",)
    search_fields = ("title", "location", "public_id", "parties__region__name", "parties__partner__name")
    date_hierarchy = "created_at"
    inlines = (PartyRows, EventRows)

    @admin.display(description=_("jenis"), ordering="kind")
    def kind_name(self, case: Case) -> str:
        """The kind as people read it."""
        return case.kind_label

    @admin.display(description=_("keadaan"), ordering="state")
    def state_name(self, case: Case) -> str:
        """The state as people read it."""
        return case.state_label

    @admin.display(description=_("halaman"))
    def page(self, case: Case) -> SafeString:
        """The way to the case page, where acts happen."""
        return format_html('<a href="{}">{}</a>', case.get_absolute_url(), _("Buka"))


@admin.register(CaseEvent)
class CaseEventAdmin(OfCasesRun):
    """Who did what, when, in which role, why."""

    list_display = ("at", "label", "case", "actor_name", "role", "on", "source", "target")
    list_display_links = ("label",)
    list_filter = ("arrow", "at")
    list_select_related = ("case",)
    search_fields = ("label", "case__title", "actor_name", "reason")
    date_hierarchy = "at"


@admin.register(CaseDocument)
class CaseDocumentAdmin(OfCasesRun):
    """Revisions of papers."""

    list_display = ("kind", "revision", "is_current", "case", "number", "dated", "recorded_by", "recorded_at")
    list_filter = ("kind", "is_current", "recorded_at")
    list_select_related = ("case", "recorded_by")
    search_fields = ("case__title", "number", "kind")
    date_hierarchy = "recorded_at"


@admin.register(Answer)
class AnswerAdmin(OfCasesRun):
    """Answers to the questions of the law."""

    list_display = ("question", "yes", "case", "party", "answered_by", "answered_at")
    list_filter = ("question", "yes", "answered_at")
    list_select_related = ("case", "party__region", "party__partner", "answered_by")
    search_fields = ("case__title", "reason", "question")


@admin.register(Party)
class PartyAdmin(OfCasesRun):
    """Parties across all cases."""

    list_display = ("case", "order", "side", "region", "partner", "shared_at", "turn_since")
    list_filter = ("side", ("turn_since", admin.EmptyFieldListFilter))
    list_select_related = ("case", "region", "partner")
    search_fields = ("case__title", "region__name", "region__code", "partner__name")


@admin.register(Partner)
class PartnerAdmin(AnyAdmin):
    """Third parties of one's own regions; their region is fixed once registered, and none is deleted."""

    list_display = ("name", "partner_class", "legal_form", "region", "representative")
    list_filter = ("partner_class",)
    list_select_related = ("region",)
    autocomplete_fields = ("region",)
    search_fields = ("name", "representative", "region__name", "deed")
    readonly_fields = ("logo",)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those registered by a region within reach."""
        return super().get_queryset(request).filter(region__in=reach(cast(User, request.user)))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Register for a region within reach only."""
        if db_field.name == "region":
            kwargs["queryset"] = reach(cast(User, request.user))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:  # noqa: ARG002  Django's signature
        """A registered partner stays with its region."""
        return ("logo", "region") if obj else ("logo",)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002  the same
        """Refuse: running texts name it."""
        return False
