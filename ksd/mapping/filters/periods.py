"""Filters of the list of periods."""

from typing import Any

import django_filters
from django.utils.translation import gettext_lazy as _

from ksd.mapping.choices import PeriodState
from ksd.mapping.models import Period


def _years() -> list[tuple[int, str]]:
    """The years there are periods for; the list itself keeps to what the person sees."""
    rows = Period.objects.order_by("-year").values_list("year", flat=True).distinct()
    return [(year, str(year)) for year in rows]


class PeriodFilter(django_filters.FilterSet):
    """By year and by how far they are."""

    year = django_filters.ChoiceFilter(choices=_years, label=_("Tahun rencana"), empty_label=_("Semua tahun"))
    state = django_filters.ChoiceFilter(
        choices=PeriodState.choices, label=_("Keadaan"), empty_label=_("Semua keadaan")
    )

    class Meta:
        model = Period
        fields: Any = ("year", "state")
