"""Roles in the admin: given by the service, read-only afterwards, ended with a reason."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from ksd.accounts.access import acting_region_ids, reach
from ksd.accounts.forms import GrantForm, ReasonForm
from ksd.accounts.models import Membership, User
from ksd.accounts.services.memberships import end_membership, grant_role
from ksd.core.clock import today
from ksd.core.errors import DomainError


def acting_user(request: HttpRequest) -> User:
    """The signed-in person; the admin site lets nobody else in."""
    if not isinstance(request.user, User):
        raise TypeError("The admin site is open to signed-in people only.")
    return request.user


def grant_from_form(request: HttpRequest, form: GrantForm, user: User) -> Membership:
    """Give the role a checked form describes."""
    data = form.cleaned_data
    return grant_role(
        actor=acting_user(request),
        user=user,
        region=data["region"],
        role=data["role"],
        office=data.get("office"),
        valid_from=data.get("valid_from"),
        valid_to=data.get("valid_to"),
    )


class StateFilter(admin.SimpleListFilter):
    """In force, to come, or ended."""

    title = _("keadaan")
    parameter_name = "keadaan"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, Any]]:
        """Return the choices."""
        return [("berlaku", _("Berlaku")), ("akan", _("Akan berlaku")), ("berakhir", _("Berakhir"))]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list to the chosen state."""
        day = today()
        ended = Q(valid_to__isnull=False, valid_to__lte=day)
        if self.value() == "berlaku":
            return queryset.filter(valid_from__lte=day).exclude(ended)
        if self.value() == "akan":
            return queryset.filter(valid_from__gt=day)
        return queryset.filter(ended) if self.value() == "berakhir" else queryset


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # not generic at run time
    """Who acts for which region; the record stays, an end gets its reason."""

    form = GrantForm
    list_display = ("user", "role", "region", "office", "valid_from", "valid_to", "in_force")
    list_filter = (StateFilter, "role", "region__level")
    list_select_related = ("user", "region", "office")
    search_fields = (
        "user__full_name",
        "user__username",
        "user__email",
        "region__name",
        "region__code",
        "office__name",
    )
    search_help_text = _("Cari nama, nama pengguna, surel, daerah, kode, atau perangkat daerah.")
    autocomplete_fields = ("user", "region", "office")
    list_per_page = 50
    actions = ("end_chosen",)

    @admin.display(description=_("berlaku"), boolean=True)
    def in_force(self, membership: Membership) -> bool:
        """Whether it is in force today."""
        return membership.is_current

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        """Only the regions within the admin's reach."""
        return super().get_queryset(request).filter(region__in=reach(acting_user(request)))

    def has_change_permission(self, request: HttpRequest, obj: Membership | None = None) -> bool:
        """The list may be acted on; a single record is only read."""
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Membership | None = None) -> bool:  # noqa: ARG002
        """Never: an end keeps the record."""
        return False

    def get_fields(self, _request: HttpRequest, obj: Membership | None = None) -> Any:
        """Who ended it and why are shown once there is a record."""
        fields = ["user", "region", "role", "office", "valid_from", "valid_to"]
        return [*fields, "granted_by", "ended_by", "end_reason"] if obj else fields

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Choose among the people this admin finds; an import reaches others by name and address."""
        if db_field.name == "user":
            kwargs["queryset"] = self.admin_site.get_model_admin(User).get_queryset(request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """Tell the form who is acting."""
        form = super().get_form(request, obj, change, **kwargs)
        form.actor = acting_user(request)  # type: ignore[attr-defined]  # our GrantForm has it
        return form

    def save_model(self, request: HttpRequest, obj: Membership, form: "ModelForm[Any]", change: bool) -> None:
        """Give the role by the service, which also opens the admin site for an admin."""
        if not change and isinstance(form, GrantForm):
            made = grant_from_form(request, form, form.cleaned_data["user"])
            obj.pk, obj.granted_by = made.pk, made.granted_by
            obj._state.adding = False

    @admin.action(description=_("Akhiri keanggotaan yang dipilih…"), permissions=["change"])
    def end_chosen(self, request: HttpRequest, queryset: QuerySet[Membership]) -> HttpResponse | None:
        """Ask for the reason, then end each chosen membership today."""
        form = ReasonForm(request.POST if "apply" in request.POST else None)
        if not form.is_valid():
            return self._ask(request, queryset, form)
        chosen = list(queryset)
        for membership in chosen:
            self._end(request, membership, form.cleaned_data["reason"])
        return None

    def _ask(self, request: HttpRequest, queryset: QuerySet[Membership], form: ReasonForm) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Akhiri keanggotaan"),
            "opts": self.opts,
            "memberships": queryset,
            "form": form,
            "media": self.media,
        }
        return TemplateResponse(request, "admin/accounts/membership/end.html", context)

    def _end(self, request: HttpRequest, membership: Membership, reason: str) -> None:
        try:
            end_membership(actor=acting_user(request), membership=membership, reason=reason)
        except DomainError as error:
            self.message_user(request, f"{membership}: {error} {error.remedy}".strip(), messages.ERROR)
            return
        self.log_change(request, membership, f"Diakhiri: {reason}")
        self.message_user(
            request, _("%(membership)s diakhiri.") % {"membership": membership}, messages.SUCCESS
        )


class MembershipInline(admin.TabularInline):  # type: ignore[type-arg]  # not generic at run time
    """The roles of one person: those held are read, new ones are added."""

    model = Membership
    fk_name = "user"
    form = GrantForm
    fields = ("region", "role", "office", "valid_from", "valid_to")
    autocomplete_fields = ("region", "office")
    verbose_name = _("peran")
    verbose_name_plural = _("peran (akhiri lewat halaman Keanggotaan)")
    extra = 0

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Choose among what is there; regions and offices have pages of their own."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field is not None:
            for door in ("can_add_related", "can_change_related", "can_view_related"):
                setattr(field.widget, door, False)
        return field

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Ask for at least one role on a new account, so that its admin can find it again."""
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.actor = acting_user(request)  # type: ignore[attr-defined]  # our GrantForm has it
        first = obj is None and not acting_user(request).is_superuser
        formset.min_num, formset.validate_min = (1, True) if first else (0, False)
        return formset

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        """Only roles in regions the admin may see."""
        mine = super().get_queryset(request).select_related("region", "office", "user")
        return mine.filter(region__in=reach(acting_user(request)))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Whoever manages accounts somewhere."""
        return bool(acting_region_ids(acting_user(request), "accounts.manage"))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Never: a role held is ended and given anew."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Never: an end keeps the record."""
        return False
