"""Filters of the list of points."""

import django_filters
from django.utils.translation import gettext_lazy as _

from boundaries.choices import PillarState, PointMethod, Standing
from boundaries.models import PointKind, SegmentPoint
from boundaries.querysets import ListingQuerySet
from boundaries.services.pillars import unseen_before

OLD, NONE, UNSEEN = "lama", "tanpa", "belum"


class PointFilter(django_filters.FilterSet):
    """By words, kind, method, the words of both sides, the state of the pillar, and nodes only."""

    q = django_filters.CharFilter(method="search", label=_("Nama titik, pelat, letak, atau wilayah"))
    kind = django_filters.ModelChoiceFilter(
        queryset=PointKind.objects.all(),
        field_name="point__kind",
        label=_("Jenis"),
        empty_label=_("Semua jenis"),
    )
    method = django_filters.ChoiceFilter(
        choices=PointMethod.choices,
        field_name="point__method",
        label=_("Metode"),
        empty_label=_("Semua metode"),
    )
    standing = django_filters.ChoiceFilter(
        choices=Standing.choices, method="of_standing", label=_("Penilaian"), empty_label=_("Semua penilaian")
    )
    pillar = django_filters.ChoiceFilter(
        choices=[
            *[row for row in PillarState.choices if row[0]],
            (UNSEEN, _("Belum pernah diperiksa")),
            (OLD, _("Perlu diperiksa")),
            (NONE, _("Tanpa data pilar")),
        ],
        method="of_pillar", label=_("Pilar"), empty_label=_("Semua keadaan"),
    )  # fmt: skip
    node = django_filters.ChoiceFilter(
        choices=[("ya", _("Titik simpul saja"))],
        method="only_nodes",
        label=_("Simpul"),
        empty_label=_("Semua titik"),
    )

    class Meta:
        model = SegmentPoint
        fields = ("q", "kind", "method", "standing", "pillar", "node")

    def search(self, queryset: ListingQuerySet, name: str, value: str) -> ListingQuerySet:  # noqa: ARG002  django-filter's shape
        """Every word in the point or its regions."""
        return queryset.search(value)

    def of_standing(self, queryset: ListingQuerySet, name: str, value: str) -> ListingQuerySet:  # noqa: ARG002  the same
        """Approved by both sides, objected to, or waiting."""
        return queryset.standing(value)

    def of_pillar(self, queryset: ListingQuerySet, name: str, value: str) -> ListingQuerySet:  # noqa: ARG002  the same
        """As the latest inspection found it, due for another, or without a record."""
        if value == OLD:
            return queryset.unseen_since(unseen_before())
        if value == UNSEEN:
            return queryset.filter(point__pillar__isnull=False, point__pillar__state="")
        return (
            queryset.filter(point__pillar__isnull=True)
            if value == NONE
            else queryset.filter(point__pillar__state=value)
        )

    def only_nodes(self, queryset: ListingQuerySet, name: str, value: str) -> ListingQuerySet:  # noqa: ARG002  the same
        """Points of several segments."""
        return queryset.nodes()
