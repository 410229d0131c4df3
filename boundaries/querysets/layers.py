"""Named questions about layers and alternatives of a compromise."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from boundaries.choices import LayerState
from ksd.accounts.access import AnyUser, own_region_ids, reach

if TYPE_CHECKING:
    from boundaries.models import Compromise, Layer, LayerFeature  # noqa: F401  named in the generic bases below

MANAGE = "boundaries.manage"


class LayerQuerySet(models.QuerySet["Layer"]):
    """Layers by scope and standing."""

    def visible_to(self, user: AnyUser) -> Self:
        """Layers of regions in reach, and those that the government above a person's own region keeps for all below it."""
        seen = reach(user)
        above = Q(region__in=seen.values("parent"), restricted=False, state=LayerState.DIPAKAI)
        return self.filter(Q(region__in=seen) | above)

    def in_use(self) -> Self:
        """Layers that count."""
        return self.filter(state=LayerState.DIPAKAI)


class CompromiseQuerySet(models.QuerySet["Compromise"]):
    """Alternatives by who may read them."""

    def visible_to(self, user: AnyUser) -> Self:
        """Alternatives of the person's own office, and what other offices have shared about segments in reach."""
        seen = reach(user)
        of_segment = Q(segment__region_a__in=seen) | Q(segment__region_b__in=seen)
        return self.filter(of_segment).filter(
            Q(office__in=own_region_ids(user, MANAGE)) | Q(shared_step__isnull=False)
        )

    def run_by(self, user: AnyUser) -> Self:
        """Alternatives of the person's own office."""
        return self.filter(office__in=own_region_ids(user, MANAGE))


class FeatureQuerySet(models.QuerySet["LayerFeature"]):
    """Features by place."""

    def within_box(self, box: tuple[float, float, float, float]) -> Self:
        """Features whose box touches this one (west, south, east, north)."""
        west, south, east, north = box
        return self.filter(east__gte=west, west__lte=east, north__gte=south, south__lte=north)
