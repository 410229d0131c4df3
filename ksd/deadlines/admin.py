"""Admin of holidays (edited each year) and of deadlines and notices (history, read only)."""

from typing import TYPE_CHECKING, cast

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.admin import OfPeopleInSight, ReadOnlyAdmin, ReadOnlyInline
from ksd.deadlines import services
from ksd.deadlines.models import (
    Deadline,
    DeadlineChange,
    DeadlinePause,
    EmailState,
    Holiday,
    Notice,
    NoticeLine,
    Reminder,
)

if TYPE_CHECKING:
    HolidayBase = admin.ModelAdmin[Holiday]
else:
    HolidayBase = admin.ModelAdmin


@admin.register(Holiday)
class HolidayAdmin(HolidayBase):
    """Holidays of each year, from the joint decree of three ministers."""

    list_display = ("date", "name", "kind", "verified", "source")
    list_filter = ("kind", "verified", "date")
    search_fields = ("name", "source")
    date_hierarchy = "date"
    actions = ("mark_verified", "recount")

    def _may(self, request: HttpRequest) -> bool:
        """The calendar counts for every region, so it is kept by those who keep the shared tables."""
        may_keep = request.user.has_perm("deadlines.manage_calendar")
        return may_keep and request.user.has_perm("deadlines.change_holiday")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Ask whether the person keeps the calendar."""
        return self._may(request)

    def has_change_permission(self, request: HttpRequest, obj: Holiday | None = None) -> bool:  # noqa: ARG002
        """Ask whether the person keeps the calendar."""
        return self._may(request)

    def has_delete_permission(self, request: HttpRequest, obj: Holiday | None = None) -> bool:  # noqa: ARG002
        """Ask whether the person keeps the calendar."""
        return self._may(request)

    def has_calendar_permission(self, request: HttpRequest) -> bool:
        """Ask whether the person keeps the calendar."""
        return self._may(request)

    @admin.action(description=_("Tandai sudah dicocokkan dengan naskah SKB"), permissions=["calendar"])
    def mark_verified(self, request: HttpRequest, queryset: QuerySet[Holiday]) -> None:
        """Note that somebody compared these days with the decree itself."""
        marked = queryset.update(verified=True)
        self.message_user(request, _("%d hari libur ditandai.") % marked, messages.SUCCESS)

    @admin.action(description=_("Hitung ulang tenggat hari kerja yang berjalan"), permissions=["calendar"])
    def recount(self, request: HttpRequest, queryset: QuerySet[Holiday]) -> None:  # noqa: ARG002  it concerns all days
        """Count open working-day terms anew after the holidays changed."""
        moved = services.recount_deadlines(actor=cast("User", request.user))
        self.message_user(
            request, _("%d tenggat bergeser; pengingatnya disesuaikan.") % moved, messages.SUCCESS
        )


class ChangeInline(ReadOnlyInline):
    """Who moved the due date, and why."""

    model = DeadlineChange


class PauseInline(ReadOnlyInline):
    """When its clock stood still, and why."""

    model = DeadlinePause


class ReminderInline(ReadOnlyInline):
    """Which milestones have been told."""

    model = Reminder


@admin.register(Deadline)
class DeadlineAdmin(ReadOnlyAdmin):
    """Deadlines with their history; dates are moved on the deadline's own page, with a reason."""

    list_display = ("title", "due_on", "state", "responsible_label", "computed_on", "override_on")
    list_filter = ("state", "day_type", "code", "due_on")
    search_fields = ("title", "code", "legal_basis", "responsible_label")
    date_hierarchy = "due_on"
    inlines = (ChangeInline, PauseInline, ReminderInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Deadline]:
        """Keep those that concern a region within reach."""
        mine = Deadline.objects.visible_to(cast("User", request.user))
        return super().get_queryset(request).filter(pk__in=mine)


class LineInline(ReadOnlyInline):
    """What a notice gathers."""

    model = NoticeLine


@admin.register(Notice)
class NoticeAdmin(OfPeopleInSight):
    """Notices and their e-mails."""

    person = "user"

    list_display = ("title", "user", "kind", "created_at", "read_at", "email_state", "attempts", "emailed_at")
    list_filter = ("kind", "email_state", "created_at")
    search_fields = ("title", "user__username", "user__full_name", "user__email")
    list_select_related = ("user",)
    date_hierarchy = "created_at"
    inlines = (LineInline,)
    actions = ("mail_again",)

    def has_jobs_permission(self, request: HttpRequest) -> bool:
        """Ask whether the person may look after background work."""
        return request.user.has_perm("core.jobs")

    @admin.action(description=_("Kirim ulang surel yang gagal"), permissions=["jobs"])
    def mail_again(self, request: HttpRequest, queryset: QuerySet[Notice]) -> None:
        """Give failed e-mails five new attempts; those sent or on their way are left alone."""
        failed = queryset.filter(email_state=EmailState.FAILED)
        count = failed.update(email_state=EmailState.DUE, email_due_at=clock.now(), attempts=0)
        self.message_user(request, _("%d surel akan dikirim ulang.") % count, messages.SUCCESS)
