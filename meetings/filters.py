"""Filters of the list of meetings."""

import django_filters
from django.utils.translation import gettext_lazy as _

from meetings.choices import MeetingKind, MeetingState
from meetings.models import Meeting
from meetings.querysets import MeetingQuerySet


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
