"""Berita acara, teams, terms, facilitations and letters in the admin: read, never written past their acts."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.http import HttpRequest

from boundaries.admin.scoped import OfSegmentsSeen
from boundaries.models import (
    BoundaryEvent,
    BoundaryMinutes,
    BoundarySigner,
    BoundaryTeam,
    BoundaryTeamMember,
    BoundaryTerm,
    BoundaryTermChange,
    ChainLetter,
    EventAnswer,
    FacilitationAttendance,
    MinutesEvent,
    MissingPaper,
    TacitConsent,
)
from ksd.accounts.models import User
from ksd.core.admin import ReadOnlyAdmin, ReadOnlyInline

if TYPE_CHECKING:
    from django.db.models import QuerySet

_SIDES = ("segment__region_a", "segment__region_b")


class SignerInline(ReadOnlyInline):
    """Who signs, and who has."""

    model = BoundarySigner


class MinutesEventInline(ReadOnlyInline):
    """What was done with the paper."""

    model = MinutesEvent


@admin.register(BoundaryMinutes)
class MinutesAdmin(OfSegmentsSeen):
    """Berita acara with their signers."""

    list_display = ("segment", "form", "state", "number", "on", "signed_on")
    list_filter = ("state", "form")
    list_select_related = _SIDES
    search_fields = ("number", "place", "points", "segment__region_a__name", "segment__region_b__name")
    date_hierarchy = "on"
    inlines = (SignerInline, MinutesEventInline)


class MemberInline(ReadOnlyInline):
    """Who sits in the team."""

    model = BoundaryTeamMember


@admin.register(BoundaryTeam)
class TeamAdmin(ReadOnlyAdmin):
    """Tim PBD with their members."""

    list_display = ("region", "decree_number", "decree_date", "valid_from", "valid_to")
    list_select_related = ("region",)
    search_fields = ("region__name", "decree_number")
    inlines = (MemberInline,)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Keep the teams the admin may see."""
        seen = BoundaryTeam.objects.visible_to(cast(User, request.user))
        return super().get_queryset(request).filter(pk__in=seen.order_by().values("pk"))


class TermChangeInline(ReadOnlyInline):
    """How the rule was changed."""

    model = BoundaryTermChange


@admin.register(BoundaryTerm)
class TermAdmin(ReadOnlyAdmin):
    """Rules of time; the Biro changes them on their page, with the reason."""

    list_display = ("label", "level", "amount", "unit", "day_type", "source", "verified", "valid_to")
    list_filter = ("verified", "event")
    search_fields = ("code", "label", "source")
    inlines = (TermChangeInline,)


class AnswerInline(ReadOnlyInline):
    """What the sides answered."""

    model = EventAnswer


@admin.register(BoundaryEvent)
class EventAdmin(OfSegmentsSeen):
    """Events that let terms run."""

    list_display = ("segment", "kind", "on", "closed_on", "recorded_by")
    list_filter = ("kind",)
    list_select_related = (*_SIDES, "recorded_by")
    date_hierarchy = "on"
    inlines = (AnswerInline,)


@admin.register(FacilitationAttendance)
class AttendanceAdmin(OfSegmentsSeen):
    """Who came to facilitations."""

    segment = "round__segment"
    list_display = ("round", "region", "present", "invitation", "recorded_by")
    list_filter = ("present",)
    list_select_related = ("round", "region", "recorded_by")


@admin.register(TacitConsent)
class ConsentAdmin(OfSegmentsSeen):
    """Findings of persons that an absent side counts as agreeing."""

    list_display = ("segment", "region", "on", "recorded_by", "dropped_at")
    list_select_related = (*_SIDES, "region", "recorded_by")


@admin.register(MissingPaper)
class MissingAdmin(OfSegmentsSeen):
    """Documents said not to exist."""

    list_display = ("segment", "item", "region", "recorded_by", "recorded_at")
    list_filter = ("item",)
    list_select_related = (*_SIDES, "region", "recorded_by")


@admin.register(ChainLetter)
class LetterAdmin(OfSegmentsSeen):
    """Letters about segments."""

    list_display = ("segment", "kind", "number", "dated", "written_by")
    list_filter = ("kind",)
    list_select_related = (*_SIDES, "written_by")
    search_fields = ("number",)
