"""Admin of the TKKSD, its reviews and recommendations, the ledger and the comments: read only."""

from typing import Any, cast

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from agreements.admin.scoped import OfCasesRun
from agreements.models import (
    Comment,
    LedgerAnchor,
    LedgerEntry,
    Proceeding,
    ProceedingEntry,
    Recommendation,
    Review,
    Team,
    TeamMember,
    TeamReport,
)
from agreements.querysets import said_within_reach_of
from ksd.accounts.access import reach
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin, ReadOnlyInline


class MemberRows(ReadOnlyInline):
    """The members of a team."""

    model = TeamMember
    fields = ("position", "name", "title", "office", "user", "since", "until")


@admin.register(Team)
class TeamAdmin(ReadOnlyAdmin):
    """Teams of one's own regions."""

    list_display = ("region", "decree_number", "decree_date", "valid_from", "valid_to")
    list_select_related = ("region",)
    list_filter = ("valid_from",)
    search_fields = ("region__name", "decree_number", "members__name")
    inlines = (MemberRows,)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep those of regions within reach."""
        return super().get_queryset(request).filter(region__in=reach(cast(User, request.user)))


@admin.register(TeamReport)
class TeamReportAdmin(ReadOnlyAdmin):
    """Yearly reports of the teams of one's own regions."""

    list_display = ("region", "year", "number", "sent_on")
    list_select_related = ("region",)
    list_filter = ("year",)
    search_fields = ("region__name", "number")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[TeamReport]":
        """Only what the person may see."""
        return TeamReport.objects.visible_to(cast(User, request.user))


@admin.register(Review)
class ReviewAdmin(OfCasesRun):
    """Who was asked for a review and when it came."""

    list_display = ("case", "round", "reviewer", "office", "due_on", "submitted_at", "withdrawn_at")
    list_select_related = ("case", "reviewer", "office")
    list_filter = ("due_on", ("submitted_at", admin.EmptyFieldListFilter))
    search_fields = ("case__title", "reviewer__full_name")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Only reviews of regions within reach: another party's review is its own."""
        own = Review.objects.visible_to(request.user).values("pk")
        return super().get_queryset(request).filter(pk__in=own)


@admin.register(Recommendation)
class RecommendationAdmin(OfCasesRun):
    """Recommendations to sign."""

    case = "naskah__case"
    list_display = ("naskah", "region", "advice", "number", "dated")
    list_select_related = ("naskah__case", "region")
    list_filter = ("advice", "dated")
    search_fields = ("number", "naskah__title")


@admin.register(Comment)
class CommentAdmin(OfCasesRun):
    """Comments of cases one's own regions run."""

    list_display = ("at", "author_name", "case", "audience", "withdrawn_at")
    list_display_links = ("author_name",)
    list_select_related = ("case",)
    list_filter = ("audience", "at")
    search_fields = ("text", "author_name", "case__title")
    date_hierarchy = "at"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Words within a region stay within it here too."""
        return super().get_queryset(request).filter(said_within_reach_of(request.user))


@admin.register(LedgerEntry)
class LedgerEntryAdmin(OfCasesRun):
    """Sealed acts."""

    list_display = ("sealed_at", "case", "sequence", "hash")
    list_display_links = ("sequence",)
    list_select_related = ("case",)
    list_filter = ("sealed_at",)
    search_fields = ("case__title", "hash")
    date_hierarchy = "sealed_at"


@admin.register(LedgerAnchor)
class LedgerAnchorAdmin(ReadOnlyAdmin):
    """The daily seals over all chains; they name no case."""

    list_display = ("day", "chains", "hash", "made_at")
    list_filter = ("day",)
    search_fields = ("hash", "root")
    exclude = ("heads",)


class EntryRows(ReadOnlyInline):
    """The steps of a matter."""

    model = ProceedingEntry
    fields = ("on", "step", "number", "actor", "role", "at")


@admin.register(Proceeding)
class ProceedingAdmin(OfCasesRun):
    """Disputes, take-overs, consultations, secretariats and aid."""

    list_display = ("title", "code", "case", "step", "step_since", "closed_on")
    list_filter = ("code", ("closed_on", admin.EmptyFieldListFilter))
    list_select_related = ("case",)
    search_fields = ("title", "case__title")
    inlines = (EntryRows,)
