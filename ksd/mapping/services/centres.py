"""Where regions lie, from the outlines in use, for drawings that need no more than a point each."""

from collections import defaultdict
from collections.abc import Iterable
from statistics import fmean

from django.db.models import Q

from boundaries.models import RegionShape
from regions.models import Region


def centres_of(regions: Iterable[Region]) -> dict[str, tuple[float, float]]:
    """Longitude and latitude of the middle of each outline by code; a province without one lies amid its regencies."""
    rows = list(regions)
    keys = [row.pk for row in rows]
    shapes = RegionShape.objects.filter(Q(region__in=keys) | Q(region__parent__in=keys), layer__in_use=True)
    boxes: dict[int, tuple[float, float]] = {}
    below: dict[int, list[tuple[float, float]]] = defaultdict(list)
    names = ("region_id", "region__parent_id", "west", "south", "east", "north")
    for region, parent, west, south, east, north in shapes.order_by("pk").values_list(*names):
        middle = ((west + east) / 2, (south + north) / 2)
        boxes[region] = middle
        below[parent or 0].append(middle)
    found: dict[str, tuple[float, float]] = {}
    for row in rows:
        if row.pk in boxes:
            found[row.code] = boxes[row.pk]
        elif below[row.pk]:
            found[row.code] = (fmean(x for x, _y in below[row.pk]), fmean(y for _x, y in below[row.pk]))
    return found
