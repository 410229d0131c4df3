"""The one place that knows how reach follows the hierarchy of regions."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet

from regions.models import Region


def within_reach(regions: Iterable[int] | QuerySet[Any, Any]) -> QuerySet[Region]:
    """Regions seen by whoever belongs to the given ones, as one subquery.

    Keys may be numbers or a queryset of one column, which then stays unread.
    A region sees itself, a province also its regencies and cities, the state everything.
    Ended regions stay in reach, so that their history does.
    """
    if isinstance(regions, QuerySet):
        keys: QuerySet[Any, Any] | list[int] = regions
    else:
        keys = sorted(set(regions))
        if not keys:
            return Region.objects.none()
    reach = Q(pk__in=keys) | Q(parent__in=keys) | Q(parent__parent__in=keys)
    return Region.objects.filter(reach).order_by()
