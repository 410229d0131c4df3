"""People in the admin: found, made, closed; never deleted, never beyond the admin's own regions."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from ksd.accounts.access import acting_region_ids, reach
from ksd.accounts.admin.importing import example_file, import_page
from ksd.accounts.admin.memberships import MembershipInline, acting_user, grant_from_form
from ksd.accounts.choices import Role
from ksd.accounts.forms import GrantForm, NewUserForm
from ksd.accounts.models import Membership, User
from ksd.accounts.services.memberships import set_active
from ksd.core.clock import today
from ksd.core.errors import DomainError


class RoleFilter(admin.SimpleListFilter):
    """People who hold a role today, or none at all."""

    title = _("peran")
    parameter_name = "peran"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, Any]]:
        """Return the roles, and their absence."""
        return [*Role.choices, ("tanpa", _("Tanpa peran"))]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Narrow the list to holders of the chosen role."""
        held = Membership.objects.current().filter(user=OuterRef("pk"))
        if self.value() == "tanpa":
            return queryset.exclude(Exists(held))
        return queryset.filter(Exists(held.filter(role=self.value()))) if self.value() else queryset


@admin.register(User)
class PeopleAdmin(UserAdmin):  # type: ignore[type-arg]  # not generic at run time
    """The people of the admin's regions."""

    add_form = NewUserForm
    inlines = (MembershipInline,)
    list_display = ("full_name", "username", "roles_held", "is_active", "last_login")
    list_display_links = ("full_name", "username")
    list_filter = (RoleFilter, "is_active", "is_staff", "is_example")
    list_per_page = 50
    search_fields = (
        "full_name",
        "username",
        "email",
        "memberships__region__name",
        "memberships__office__name",
    )
    search_help_text = _("Cari nama, nama pengguna, surel, daerah, atau perangkat daerah.")
    ordering = ("full_name",)
    readonly_fields = ("last_login", "date_joined", "is_staff", "is_active")
    filter_horizontal = ("groups", "user_permissions")
    actions = ("deactivate", "activate")
    add_fieldsets = (
        (None, {"fields": ("username", "full_name", "email", "phone")}),
        (
            _("Kata sandi"),
            {
                "fields": ("usable_password", "password1", "password2"),
                "description": _(
                    "Pilih “Ditiadakan” bila orangnya membuat kata sandi sendiri lewat “Lupa kata sandi”."
                ),
            },
        ),
    )
    _person = (None, {"fields": ("username", "password", "full_name", "email", "phone", "is_example")})
    _state = (_("Keadaan"), {"fields": ("is_active", "is_staff", "last_login", "date_joined")})
    _super = (
        _("Kewenangan khusus"),
        {"classes": ("collapse",), "fields": ("is_superuser", "groups", "user_permissions")},
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """The admin, and everybody with a role within the admin's reach; a superuser sees all."""
        people = (
            super()
            .get_queryset(request)
            .prefetch_related(
                Prefetch(
                    "memberships", Membership.objects.current().select_related("region"), to_attr="held_today"
                )
            )
        )
        actor = acting_user(request)
        if actor.is_superuser:
            return people
        near = Membership.objects.filter(user=OuterRef("pk"), region__in=reach(actor))
        return people.filter(Q(Exists(near)) | Q(pk=actor.pk))

    @admin.display(description=_("peran"))
    def roles_held(self, user: User) -> str:
        """The roles held today, each with its region on a line of its own."""
        held: list[Membership] = getattr(user, "held_today", [])
        lines = ((membership.get_role_display(), membership.region) for membership in held)
        return format_html_join(mark_safe("<br>"), "{} – {}", lines) or "–"

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Powers beyond roles are shown to superusers only."""
        if obj is None:
            return self.add_fieldsets
        special = (self._super,) if acting_user(request).is_superuser else ()
        return (self._person, self._state, *special)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Only people all of whose roles lie in regions the admin manages, and no superuser."""
        if not super().has_change_permission(request, obj):
            return False
        actor = acting_user(request)
        if obj is None or actor.is_superuser:
            return True
        roles = Membership.objects.filter(user=obj).exclude(valid_to__lte=today())  # those to come included
        held = set(roles.values_list("region_id", flat=True))
        return not obj.is_superuser and held <= acting_region_ids(actor, "accounts.manage")

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:  # noqa: ARG002
        """Never: what people did stays under their name; an account is closed instead."""
        return False

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:  # noqa: ARG002
        """Give new roles by the service."""
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
        for row in formset.extra_forms:
            if isinstance(row, GrantForm) and row.has_changed():
                formset.new_objects.append(grant_from_form(request, row, form.instance))

    def get_urls(self) -> list[URLPattern]:
        """Add the import of people to the usual pages."""
        own = [
            path("impor/", self.admin_site.admin_view(import_page(self)), name="accounts_user_import"),
            path(
                "impor/contoh.csv",
                self.admin_site.admin_view(example_file),
                name="accounts_user_import_example",
            ),
        ]
        return own + super().get_urls()

    @admin.action(description=_("Nonaktifkan akun yang dipilih"), permissions=["change"])
    def deactivate(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """Close the chosen accounts."""
        self._set_active(request, queryset, active=False)

    @admin.action(description=_("Aktifkan akun yang dipilih"), permissions=["change"])
    def activate(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """Reopen the chosen accounts."""
        self._set_active(request, queryset, active=True)

    def _set_active(self, request: HttpRequest, queryset: QuerySet[User], *, active: bool) -> None:
        word = _("diaktifkan") if active else _("dinonaktifkan")
        for user in queryset:
            try:
                set_active(actor=acting_user(request), user=user, active=active)
            except DomainError as error:
                self.message_user(request, f"{user}: {error}", messages.ERROR)
                continue
            self.log_change(request, user, f"Akun {word}.")
            self.message_user(request, f"{user}: {word}.", messages.SUCCESS)
