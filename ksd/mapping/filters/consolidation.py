"""Filters of the consolidation: by words, urusan, region, kind and verdict."""

from typing import Any

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ksd.mapping.choices import RowKind, RowVerdict
from ksd.mapping.models import MappingRow, Period
from ksd.mapping.querysets import RowQuerySet
from regions.models import Region, Urusan

UNTESTED = "belum"


class ConsolidationFilter(django_filters.FilterSet):
    """Rows of one period."""

    q = django_filters.CharFilter(method="by_words", label=_("Pokok, uraian, lokasi, atau calon mitra"))
    urusan = django_filters.ModelChoiceFilter(
        queryset=Urusan.objects.all(), to_field_name="code", label=_("Urusan"), empty_label=_("Semua urusan")
    )
    region = django_filters.ModelChoiceFilter(
        queryset=Region.objects.none(), to_field_name="code", label=_("Daerah"), empty_label=_("Semua daerah")
    )
    kind = django_filters.ChoiceFilter(
        choices=RowKind.choices, label=_("Jenis"), empty_label=_("Semua jenis")
    )
    verdict = django_filters.ChoiceFilter(
        choices=[(UNTESTED, _("Belum diuji")), *RowVerdict.choices], method="by_verdict",
        label=_("Hasil uji"), empty_label=_("Semua hasil"),
    )  # fmt: skip

    class Meta:
        model = MappingRow
        fields = ("q", "urusan", "region", "kind", "verdict")

    def __init__(self, *args: Any, period: Period, **kwargs: Any) -> None:
        """Offer the regions that take part."""
        super().__init__(*args, **kwargs)
        asked = Region.objects.filter(mapping_rows__period=period).distinct().order_by("code")
        self.filters["region"].queryset = asked

    def by_words(self, queryset: RowQuerySet, name: str, value: str) -> RowQuerySet:  # noqa: ARG002  django-filter's shape
        """Every word somewhere in the row."""
        for word in value.split()[:8]:
            named = Q(title__icontains=word) | Q(description__icontains=word) | Q(location__icontains=word)
            queryset = queryset.filter(
                named | Q(partner_name__icontains=word) | Q(partner_region__name__icontains=word)
            )
        return queryset

    def by_verdict(self, queryset: RowQuerySet, name: str, value: str) -> RowQuerySet:  # noqa: ARG002  django-filter's shape
        """What was found, or nothing yet."""
        return queryset.untested() if value == UNTESTED else queryset.filter(triage__verdict=value)
