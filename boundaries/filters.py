"""Filters of the list of segments."""

import django_filters
from django.utils.translation import gettext_lazy as _

from boundaries.choices import SegmentKind, stage_groups
from boundaries.models import Segment
from boundaries.querysets import SegmentQuerySet


class SegmentFilter(django_filters.FilterSet):
    """By words, stage, and whether the segment lies inside one province."""

    q = django_filters.CharFilter(method="search", label=_("Wilayah, kode, atau peraturan"))
    stage = django_filters.ChoiceFilter(
        choices=stage_groups, label=_("Tahapan"), empty_label=_("Semua tahapan")
    )
    kind = django_filters.ChoiceFilter(
        choices=SegmentKind.choices, method="of_kind", label=_("Jenis"), empty_label=_("Semua jenis")
    )

    class Meta:
        model = Segment
        fields = ("q", "stage", "kind")

    def search(self, queryset: SegmentQuerySet, name: str, value: str) -> SegmentQuerySet:  # noqa: ARG002  django-filter's shape
        """Every word in a region or the regulation."""
        return queryset.search(value)

    def of_kind(self, queryset: SegmentQuerySet, name: str, value: str) -> SegmentQuerySet:  # noqa: ARG002  the same
        """Inside one province, or between two."""
        inside = value == SegmentKind.DALAM_PROVINSI
        return queryset.inside_province() if inside else queryset.between_provinces()
