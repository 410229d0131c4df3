"""Filters and order of the list of cooperations."""

from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from agreements.choices import Direction, Entry, RequestType
from agreements.law import loading
from agreements.law.schema import LawPack
from agreements.models import Case, Party
from agreements.querysets import CaseQuerySet
from regions.models import Region, Urusan

ORDERS = {
    "baru": (_("Terakhir diubah"), (F("updated_at").desc(), F("pk").desc())),
    "tenggat": (_("Tenggat terdekat"), (F("next_due").asc(nulls_last=True), F("pk").asc())),
    "lama": (_("Paling lama menunggu"), (F("state_since").asc(), F("pk").asc())),
    "judul": (_("Judul A–Z"), (F("title").asc(), F("pk").asc())),
}

# What a list marks beside the state of a case.
MARKS: dict[str, tuple[Any, Callable[[CaseQuerySet], CaseQuerySet]]] = {
    "melampaui": (_("PKS melampaui KB"), CaseQuerySet.with_outliving_text),
    "habis": (_("Jangka waktu habis, belum ditutup"), CaseQuerySet.run_out),
    "perpanjangan": (_("Perpanjangan"), lambda rows: rows.filter(request_type=RequestType.EXTENSION)),
    "arsip": (_("Dicatat dari arsip"), lambda rows: rows.filter(entry=Entry.PAPER)),
}


def _packs() -> list[LawPack]:
    return [loading.latest(code) for code in loading.codes()]


def _kinds() -> list[tuple[str, str]]:
    return [(kind.code, kind.label) for kind in loading.all_kinds()]


def _standings() -> list[tuple[Any, Any]]:
    """Stages of the law and ends of a case; packs that name the same thing share one entry."""
    stages = {row.code: row.label for pack in _packs() for row in sorted(pack.stages, key=lambda r: r.order)}
    ends = {row.code: row.label for pack in _packs() for row in pack.states if row.terminal}
    return [
        (_("Tahap"), [(f"tahap.{code}", label) for code, label in stages.items()]),
        (_("Sudah selesai"), [(f"keadaan.{code}", label) for code, label in ends.items()]),
    ]


def _regions(request: Any) -> QuerySet[Region]:
    """Regions that are a party of a case the person may see."""
    cases = Case.objects.visible_to(getattr(request, "user", None))
    parties = Party.objects.filter(case__in=cases, region__isnull=False).values("region")
    return Region.objects.filter(pk__in=parties)


class CaseFilter(django_filters.FilterSet):
    """By words, kind, direction, stage or end, urusan, region, year and whose turn it is; in one of four orders."""

    q = django_filters.CharFilter(method="search", label=_("Judul, pihak, lokasi, atau nomor"))
    kind = django_filters.ChoiceFilter(choices=_kinds, label=_("Jenis"), empty_label=_("Semua jenis"))
    direction = django_filters.ChoiceFilter(
        choices=Direction.choices,
        method="offered",
        label=_("Arah penawaran"),
        empty_label=_("Keluar dan masuk"),
    )
    standing = django_filters.ChoiceFilter(
        choices=_standings, method="standing_at", label=_("Tahap"), empty_label=_("Semua tahap")
    )
    urusan = django_filters.ModelChoiceFilter(
        queryset=Urusan.objects.all(), label=_("Urusan"), empty_label=_("Semua urusan")
    )
    region = django_filters.ModelChoiceFilter(
        queryset=_regions, method="of_region", label=_("Daerah"), empty_label=_("Semua daerah")
    )
    year = django_filters.NumberFilter(
        field_name="created_at__year", label=_("Tahun usulan"), min_value=2000, max_value=2100
    )
    order = django_filters.ChoiceFilter(
        choices=[(code, label) for code, (label, _fields) in ORDERS.items()],
        method="kept",
        label=_("Urutkan"),
        empty_label=None,
    )
    mark = django_filters.ChoiceFilter(
        choices=[(code, label) for code, (label, _narrow) in MARKS.items()],
        method="marked",
        label=_("Tanda"),
        empty_label=_("Semua"),
    )
    mine = django_filters.BooleanFilter(
        method="waiting", label=_("Hanya yang menunggu saya"), widget=forms.CheckboxInput
    )

    class Meta:
        model = Case
        fields = ("q", "kind", "direction", "standing", "urusan", "region", "year", "mark", "order", "mine")

    def search(self, queryset: CaseQuerySet, name: str, value: str) -> CaseQuerySet:  # noqa: ARG002  django-filter's shape
        """Every word in the subject, place, party name or number."""
        return queryset.search(value)

    def offered(self, queryset: CaseQuerySet, name: str, value: str) -> CaseQuerySet:  # noqa: ARG002  the same
        """Offers of the region that keeps the case, or offers that came to it."""
        return queryset.offered(value)

    def standing_at(self, queryset: CaseQuerySet, name: str, value: str) -> CaseQuerySet:  # noqa: ARG002  the same
        """A stage of the law in any pack, or one end of a case."""
        what, _dot, code = value.partition(".")
        if what == "keadaan":
            return queryset.filter(state=code)
        states = {row.code for pack in _packs() for row in pack.states if row.stage == code}
        return queryset.filter(state__in=states)

    def of_region(self, queryset: CaseQuerySet, name: str, value: Region) -> CaseQuerySet:  # noqa: ARG002  the same
        """Cases in which the region is a party, on whichever side."""
        return queryset.filter(Q(pk__in=Party.objects.filter(region=value).values("case")))

    def marked(self, queryset: CaseQuerySet, name: str, value: str) -> CaseQuerySet:  # noqa: ARG002  the same
        """Cases with one of the marks the list shows beside their state."""
        return MARKS[value][1](queryset)

    def waiting(self, queryset: CaseQuerySet, name: str, value: bool) -> CaseQuerySet:  # noqa: ARG002  the same
        """Cases that wait for a region the person acts for."""
        return queryset.waiting_for_user(self.request.user) if value else queryset

    def kept(self, queryset: CaseQuerySet, name: str, value: str) -> CaseQuerySet:  # noqa: ARG002  the same
        """Nothing to narrow: the order is applied last."""
        return queryset

    def filter_queryset(self, queryset: CaseQuerySet) -> CaseQuerySet:
        """Narrow, then put into the order asked for."""
        found: CaseQuerySet = super().filter_queryset(queryset)
        order = self.form.cleaned_data.get("order") or "baru"
        found = found.with_next_due() if order == "tenggat" else found
        return found.order_by(*ORDERS[order][1])
