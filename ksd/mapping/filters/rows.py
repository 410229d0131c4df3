"""Filters of the rows of a period."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from ksd.mapping.choices import RowKind, RowState
from ksd.mapping.models import MappingRow
from ksd.mapping.querysets import RowQuerySet
from regions.models import Region, Urusan


class RowFilter(django_filters.FilterSet):
    """By region, urusan, kind, state and words."""

    q = django_filters.CharFilter(method="search", label=_("Kata dalam pokok, lokasi, atau program"))
    region = django_filters.ModelChoiceFilter(
        queryset=Region.objects.none(), label=_("Daerah"), empty_label=_("Semua daerah")
    )
    urusan = django_filters.ModelChoiceFilter(
        queryset=Urusan.objects.all(), label=_("Urusan pemerintahan"), empty_label=_("Semua urusan")
    )
    kind = django_filters.ChoiceFilter(
        choices=RowKind.choices, label=_("Jenis"), empty_label=_("Semua jenis")
    )
    state = django_filters.ChoiceFilter(
        choices=RowState.choices, label=_("Keadaan"), empty_label=_("Semua keadaan")
    )

    class Meta:
        model = MappingRow
        fields: Any = ("q", "region", "urusan", "kind", "state")

    def __init__(self, *args: Any, regions: Any, **kwargs: Any) -> None:
        """Offer the regions that take part."""
        super().__init__(*args, **kwargs)
        self.filters["region"].queryset = regions

    def search(self, queryset: RowQuerySet, name: str, value: str) -> RowQuerySet:  # noqa: ARG002  django-filter's shape
        """Every word is found."""
        return queryset.search(value)
