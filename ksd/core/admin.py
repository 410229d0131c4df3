"""Admin of the shared floor: history is read, not written."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet, URLField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ksd.core.errors import DomainError
from ksd.core.jobs import requeue_job
from ksd.core.models import Heartbeat, Job, StoredFile

if TYPE_CHECKING:
    AnyAdmin = admin.ModelAdmin[Any]
    AnyInline = admin.TabularInline[Any, Any]
else:
    AnyAdmin, AnyInline = admin.ModelAdmin, admin.TabularInline

# Django asks which scheme an address without one has.
OVERRIDES: dict[Any, dict[str, Any]] = {URLField: {"assume_scheme": "https"}}


class ReadOnlyAdmin(AnyAdmin):
    """Shows rows and changes nothing; only actions of its own may."""

    formfield_overrides = OVERRIDES

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002  Django's signature
        """Refuse: rows come from acts."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Refuse: history is not rewritten."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Refuse: history is not lost."""
        return False


class ReadOnlyInline(AnyInline):
    """Rows of history within another row, never changed."""

    extra = 0
    can_delete = False
    formfield_overrides = OVERRIDES

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Refuse: rows come from acts."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Refuse: history is not rewritten."""
        return False


class OfPeopleInSight(ReadOnlyAdmin):
    """Rows of the people whom this admin finds among the users; a superuser finds all."""

    # The way from a row to its person.
    person = "created_by"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Keep the rows of those people."""
        rows = super().get_queryset(request)
        if getattr(request.user, "is_superuser", False):
            return rows
        people = self.admin_site.get_model_admin(get_user_model()).get_queryset(request)
        return rows.filter(**{f"{self.person}__in": people.order_by().values("pk")})


@admin.register(Job)
class JobAdmin(OfPeopleInSight):
    """Background work: what waits, runs, failed, and why."""

    list_display = (
        "label",
        "kind",
        "state",
        "progress",
        "attempts",
        "created_by",
        "created_at",
        "finished_at",
    )
    list_filter = ("state", "kind", "created_at")
    search_fields = ("label", "key", "error", "public_id")
    list_select_related = ("created_by",)
    date_hierarchy = "created_at"
    actions = ("send_again",)

    def has_jobs_permission(self, request: HttpRequest) -> bool:
        """Ask whether the person may look after background work."""
        return request.user.has_perm("core.jobs")

    @admin.action(description=_("Kirim ulang tugas yang gagal"), permissions=["jobs"])
    def send_again(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        """Give failed jobs another three attempts; others are named with the reason."""
        sent = 0
        for job in queryset:
            try:
                requeue_job(job=job, actor=cast("AbstractBaseUser", request.user))
            except DomainError as error:
                self.message_user(request, str(error), messages.WARNING)
            else:
                sent += 1
        if sent:
            self.message_user(request, _("%d tugas dikirim ulang.") % sent, messages.SUCCESS)


@admin.register(StoredFile)
class StoredFileAdmin(OfPeopleInSight):
    """Stored files by name and fingerprint."""

    list_display = ("name", "kind", "content_type", "size", "created_by", "created_at")
    list_filter = ("kind", "content_type", "created_at")
    search_fields = ("name", "sha256", "id")
    list_select_related = ("created_by",)
    date_hierarchy = "created_at"


@admin.register(Heartbeat)
class HeartbeatAdmin(ReadOnlyAdmin):
    """Signs of life of worker and beat."""

    list_display = ("name", "beat_at")
