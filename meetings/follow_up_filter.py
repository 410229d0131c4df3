"""Filters of the list of follow-ups."""

from typing import Any

import django_filters
from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.choices import FollowUpState
from meetings.models import FollowUp, Meeting
from meetings.querysets import FollowUpQuerySet, MeetingQuerySet
from meetings.querysets.follow_ups import LATE, STILL_OPEN, UNTOUCHED
from regions.models import Region


def _meetings_with_follow_ups(request: Any) -> MeetingQuerySet:
    asked = FollowUp.objects.agreed().visible_to(request.user).order_by().values("decision__meeting")
    return Meeting.objects.filter(pk__in=asked)


def _owing_regions(request: Any) -> "models.QuerySet[Region]":
    owing = FollowUp.objects.agreed().visible_to(request.user).order_by().values("region")
    return Region.objects.filter(pk__in=owing).order_by("level", "code")


class FollowUpFilter(django_filters.FilterSet):
    """By words, standing (late and open are derived), meeting, region and year of the meeting."""

    q = django_filters.CharFilter(method="search", label=_("Butir, sasaran, daerah, atau rapat"))
    keadaan = django_filters.ChoiceFilter(
        choices=[
            (STILL_OPEN, _("Belum tuntas")),
            (LATE, _("Terlambat")),
            (UNTOUCHED, _("Belum pernah dilaporkan")),
            *FollowUpState.choices,
        ],
        method="standing",
        label=_("Keadaan"),
        empty_label=_("Semua keadaan"),
    )
    rapat = django_filters.ModelChoiceFilter(
        queryset=_meetings_with_follow_ups,
        method="meeting",
        to_field_name="public_id",
        label=_("Rapat"),
        empty_label=_("Semua rapat"),
    )
    daerah = django_filters.ModelChoiceFilter(
        queryset=_owing_regions,
        field_name="region",
        to_field_name="code",
        label=_("Daerah"),
        empty_label=_("Semua daerah"),
    )
    tahun = django_filters.NumberFilter(
        method="year", label=_("Tahun rapat"), min_value=2000, max_value=2100, decimal_places=0
    )

    class Meta:
        model = FollowUp
        fields = ("q", "keadaan", "rapat", "daerah", "tahun")

    def search(self, queryset: FollowUpQuerySet, name: str, value: str) -> FollowUpQuerySet:  # noqa: ARG002  django-filter's shape
        """Every word somewhere in the line."""
        return queryset.search(value)

    def standing(self, queryset: FollowUpQuerySet, name: str, value: str) -> FollowUpQuerySet:  # noqa: ARG002  django-filter's shape
        """A state, or what is derived from the day."""
        return queryset.in_standing(value)

    def meeting(self, queryset: FollowUpQuerySet, name: str, value: Meeting) -> FollowUpQuerySet:  # noqa: ARG002  django-filter's shape
        """Asked for by this meeting, for the first time or again."""
        return queryset.of_meeting(value)

    def year(self, queryset: FollowUpQuerySet, name: str, value: Any) -> FollowUpQuerySet:  # noqa: ARG002  django-filter's shape
        """Decided in this year."""
        return queryset.of_year(int(value))
