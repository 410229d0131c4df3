"""Filters of the region list."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from regions.choices import Level
from regions.models import Region
from regions.querysets import RegionQuerySet


def _provinces(request: object) -> QuerySet[Region]:  # noqa: ARG001  django-filter passes the request
    return Region.objects.current().provinces()


class RegionFilter(django_filters.FilterSet):
    """By name or code, level, province, and whether the region still exists."""

    q = django_filters.CharFilter(method="search", label=_("Nama atau kode"))
    level = django_filters.ChoiceFilter(
        choices=[choice for choice in Level.choices if choice[0] != Level.NEGARA],
        label=_("Tingkat"),
        empty_label=_("Semua tingkat"),
    )
    province = django_filters.ModelChoiceFilter(
        queryset=_provinces, method="of_province", label=_("Provinsi"), empty_label=_("Semua provinsi")
    )
    ended = django_filters.ChoiceFilter(
        method="with_ended",
        label=_("Keberadaan"),
        choices=[("semua", _("Termasuk yang sudah berakhir"))],
        empty_label=_("Yang masih ada"),
    )

    class Meta:
        model = Region
        fields = ("q", "level", "province", "ended")

    def search(self, queryset: RegionQuerySet, name: str, value: str) -> RegionQuerySet:  # noqa: ARG002  django-filter's shape
        """Every word in the name, or the beginning of the code."""
        return queryset.search(value)

    def of_province(self, queryset: RegionQuerySet, name: str, value: Region) -> RegionQuerySet:  # noqa: ARG002  the same
        """A province and its regencies and cities."""
        return queryset.filter(pk=value.pk) | queryset.filter(parent=value)

    def with_ended(self, queryset: RegionQuerySet, name: str, value: str) -> RegionQuerySet:  # noqa: ARG002  the same
        """Nothing to narrow here; see filter_queryset."""
        return queryset

    def filter_queryset(self, queryset: RegionQuerySet) -> RegionQuerySet:
        """Leave ended regions out unless they are asked for."""
        if not self.form.cleaned_data.get("ended"):
            queryset = queryset.current(clock.today())
        found: RegionQuerySet = super().filter_queryset(queryset)
        return found


def own_filter(home: Region | None) -> dict[str, str]:
    """The filter the list opens with: one's own province, or nothing."""
    return {"province": str(home.pk)} if home else {}
