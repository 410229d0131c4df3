"""Filters of the list of segments; the map of the list takes the same."""

from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from boundaries.choices import SegmentKind, stage_groups
from boundaries.models import Segment
from boundaries.querysets import SegmentQuerySet
from ksd.core import clock
from regions.choices import Level
from regions.models import Region

LONGEST_AGE = 36_500
OPEN, SETTLED, UNNAMED = "terbuka", "ditetapkan", "tanpa_dokumen"
ORDERS = {
    "lama": (F("stage_since").asc(nulls_last=True), "region_a__code", "region_b__code"),
    "panjang": (F("length_km").desc(nulls_last=True), "region_a__code", "region_b__code"),
    "sengketa": (F("disputed_km").desc(nulls_last=True), "region_a__code", "region_b__code"),
}


def _in_sight(request: Any) -> Any:
    """The regions on either side of the segments a person sees, and their provinces."""
    seen = Segment.objects.visible_to(request.user if request else None).order_by()
    return seen.values("region_a"), seen.values("region_b")


def provinces(request: Any) -> Any:
    """Provinces with a side of a segment in sight."""
    first, second = _in_sight(request)
    own = Region.objects.filter(level=Level.PROVINSI)
    return (own.filter(children__in=first) | own.filter(children__in=second)).distinct().order_by("code")


def sides(request: Any) -> Any:
    """Kabupaten/kota with a segment in sight."""
    first, second = _in_sight(request)
    return (Region.objects.filter(pk__in=first) | Region.objects.filter(pk__in=second)).order_by("code")


class AgeField(forms.IntegerField):
    """A number of days within a century."""

    def __init__(self, **kwargs: Any) -> None:
        """Bound it: nothing stands longer."""
        super().__init__(**kwargs | {"min_value": 0, "max_value": LONGEST_AGE})


class AgeFilter(django_filters.Filter):
    """Segments that stand at their stage for more than so many days."""

    field_class = AgeField


class SegmentFilter(django_filters.FilterSet):
    """By words, stage, place, whether settled, how long it stands, whether verified; and in which order."""

    q = django_filters.CharFilter(method="search", label=_("Wilayah, kode, atau peraturan"))
    stage = django_filters.ChoiceFilter(
        choices=stage_groups, label=_("Tahapan"), empty_label=_("Semua tahapan")
    )
    standing = django_filters.ChoiceFilter(
        choices=((OPEN, _("Belum ditetapkan")), (SETTLED, _("Sudah ditetapkan")), (UNNAMED, _("Ditetapkan, nomor belum dicatat"))),
        method="stands", label=_("Keadaan"), empty_label=_("Semua keadaan"),
    )  # fmt: skip
    kind = django_filters.ChoiceFilter(
        choices=SegmentKind.choices, method="of_kind", label=_("Jenis"), empty_label=_("Semua jenis")
    )
    province = django_filters.ModelChoiceFilter(
        queryset=provinces, method="of_region", label=_("Provinsi"), empty_label=_("Semua provinsi")
    )
    region = django_filters.ModelChoiceFilter(
        queryset=sides, method="of_region", label=_("Kabupaten/kota"), empty_label=_("Semua daerah")
    )
    age = AgeFilter(method="older", label=_("Pada tahapannya lebih dari (hari)"))
    verified = django_filters.ChoiceFilter(
        choices=(("ya", _("Terverifikasi")), ("belum", _("Belum diverifikasi"))),
        method="is_verified", label=_("Verifikasi"), empty_label=_("Semua"),
    )  # fmt: skip
    order = django_filters.ChoiceFilter(
        choices=(("lama", _("Paling lama pada tahapannya")), ("panjang", _("Terpanjang")), ("sengketa", _("Terpanjang diperselisihkan"))),
        method="in_order", label=_("Urutan"), empty_label=_("Menurut kode"),
    )  # fmt: skip

    class Meta:
        model = Segment
        fields = ("q", "stage", "standing", "kind", "province", "region", "age", "verified", "order")

    def search(self, queryset: SegmentQuerySet, name: str, value: str) -> SegmentQuerySet:  # noqa: ARG002  django-filter's shape
        """Every word in a region or the regulation."""
        return queryset.search(value)

    def stands(self, queryset: SegmentQuerySet, name: str, value: str) -> SegmentQuerySet:  # noqa: ARG002  the same
        """Settled, still open, or said to be settled by a decree nobody has named."""
        if value == OPEN:
            return queryset.unsettled()
        found = queryset.settled()
        return found if value == SETTLED else found.filter(regulation="")

    def of_kind(self, queryset: SegmentQuerySet, name: str, value: str) -> SegmentQuerySet:  # noqa: ARG002  the same
        """Inside one province, or between two."""
        inside = value == SegmentKind.DALAM_PROVINSI
        return queryset.inside_province() if inside else queryset.between_provinces()

    def of_region(self, queryset: SegmentQuerySet, name: str, value: Region) -> SegmentQuerySet:  # noqa: ARG002  the same
        """With this region, or a region of this province, on either side."""
        return queryset.of_region(value)

    def older(self, queryset: SegmentQuerySet, name: str, value: int) -> SegmentQuerySet:  # noqa: ARG002  the same
        """At their stage for more than so many days; nobody knows of the others."""
        return queryset.standing_since(clock.today() - timedelta(days=value + 1))

    def is_verified(self, queryset: SegmentQuerySet, name: str, value: str) -> SegmentQuerySet:  # noqa: ARG002  the same
        """Held against their document, or not yet."""
        return queryset.filter(verified=value == "ya")

    def in_order(self, queryset: SegmentQuerySet, name: str, value: str) -> SegmentQuerySet:  # noqa: ARG002  the same
        """The oldest, the longest or the most disputed first."""
        return queryset.with_km().order_by(*ORDERS[value])
