"""Filters of the list of meetings."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from meetings.choices import MeetingKind, MeetingState
from meetings.models import Meeting
from meetings.querysets import MeetingQuerySet
from regions.models import Region


class MeetingFilter(django_filters.FilterSet):
    """By words, kind, fiscal year and state."""

    q = django_filters.CharFilter(method="search", label=_("Nama, tema, tempat, atau tuan rumah"))
    kind = django_filters.ChoiceFilter(
        choices=MeetingKind.choices, label=_("Jenis"), empty_label=_("Semua jenis")
    )
    year = django_filters.NumberFilter(
        field_name="fiscal_year", label=_("Tahun anggaran"), min_value=2000, max_value=2100
    )
    state = django_filters.ChoiceFilter(
        choices=MeetingState.choices, label=_("Keadaan"), empty_label=_("Semua keadaan")
    )

    class Meta:
        model = Meeting
        fields = ("q", "kind", "year", "state")

    def search(self, queryset: MeetingQuerySet, name: str, value: str) -> MeetingQuerySet:  # noqa: ARG002  django-filter's shape
        """Every word in the title, theme, place or host."""
        return queryset.search(value)


class CalendarFilter(django_filters.FilterSet):
    """By region and kind; the month and the view travel along in the form."""

    daerah = django_filters.ModelChoiceFilter(
        queryset=Region.objects.none(),
        to_field_name="code",
        method="of_region",
        label=_("Daerah"),
        empty_label=_("Semua daerah"),
    )
    jenis = django_filters.ChoiceFilter(
        field_name="kind", choices=MeetingKind.choices, label=_("Jenis"), empty_label=_("Semua jenis")
    )

    class Meta:
        model = Meeting
        fields = ("daerah", "jenis")

    def __init__(self, *args: Any, regions: "QuerySet[Region]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["daerah"].queryset = regions.order_by("level", "code")

    def of_region(self, queryset: MeetingQuerySet, name: str, value: Region) -> MeetingQuerySet:  # noqa: ARG002  django-filter's shape
        """Meetings the region hosts, organises or takes part in."""
        return queryset.of_region(value)
