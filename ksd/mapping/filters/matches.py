"""Filters of the pairs of a period."""

from typing import Any, cast

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ksd.mapping.choices import MatchForm, MatchState
from ksd.mapping.models import Match
from ksd.mapping.querysets.matches import MatchQuerySet
from regions.models import Region, Urusan


class MatchFilter(django_filters.FilterSet):
    """By region, urusan, form and state; what was rejected or put off is shown when asked for."""

    region = django_filters.ModelChoiceFilter(
        queryset=Region.objects.none(), method="with_region", label=_("Daerah"), empty_label=_("Semua daerah")
    )
    urusan = django_filters.ModelChoiceFilter(
        queryset=Urusan.objects.all(), label=_("Urusan pemerintahan"), empty_label=_("Semua urusan")
    )
    form = django_filters.ChoiceFilter(
        choices=MatchForm.choices, label=_("Bentuk"), empty_label=_("Semua bentuk")
    )
    state = django_filters.ChoiceFilter(
        choices=MatchState.choices, label=_("Keadaan"), empty_label=_("Selain yang ditolak dan ditunda")
    )

    # How many pairs the list leaves out; known once it was filtered.
    aside = 0

    class Meta:
        model = Match
        fields: Any = ("region", "urusan", "form", "state")

    def __init__(self, *args: Any, regions: Any, **kwargs: Any) -> None:
        """Offer the regions that take part."""
        super().__init__(*args, **kwargs)
        self.filters["region"].queryset = regions

    def with_region(self, queryset: MatchQuerySet, name: str, value: Region) -> MatchQuerySet:  # noqa: ARG002  django-filter's shape
        """Pairs of one region with any other."""
        return queryset.of_region(value.pk)

    def filter_queryset(self, queryset: QuerySet[Match]) -> QuerySet[Match]:
        """Leave out what was rejected or put off, unless a state is asked for; keep how many those are."""
        found: Any = super().filter_queryset(queryset)
        if self.form.cleaned_data.get("state"):
            return cast("QuerySet[Match]", found)
        self.aside = found.put_aside().count()
        return cast("QuerySet[Match]", found.open_to_view())
