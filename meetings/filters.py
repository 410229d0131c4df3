"""Filters of the list of meetings."""

import django_filters
from django.utils.translation import gettext_lazy as _

from meetings.choices import MeetingKind, MeetingState
from meetings.models import Meeting
from meetings.querysets import MeetingQuerySet

WHEN = (("lampau", _("Sudah lewat")), ("semua", _("Semua")))


class MeetingFilter(django_filters.FilterSet):
    """By words, kind, fiscal year, state, and whether the meeting is still to come."""

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
    when = django_filters.ChoiceFilter(
        choices=WHEN, method="kept", label=_("Waktu"), empty_label=_("Akan datang")
    )

    class Meta:
        model = Meeting
        fields = ("q", "kind", "year", "state", "when")

    def search(self, queryset: MeetingQuerySet, name: str, value: str) -> MeetingQuerySet:  # noqa: ARG002  django-filter's shape
        """Every word in the title, theme, place or host."""
        return queryset.search(value)

    def kept(self, queryset: MeetingQuerySet, name: str, value: str) -> MeetingQuerySet:  # noqa: ARG002  the same
        """Nothing to narrow here; see filter_queryset."""
        return queryset

    def filter_queryset(self, queryset: MeetingQuerySet) -> MeetingQuerySet:
        """Narrow, then keep what is to come, what is over, or both."""
        found: MeetingQuerySet = super().filter_queryset(queryset)
        when = self.form.cleaned_data.get("when")
        if when == "semua":
            return found
        return found.past() if when == "lampau" else found.upcoming()
