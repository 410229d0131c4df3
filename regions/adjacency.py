"""Whether two regions border each other, for the test of Kerja Sama Wajib (Pasal 364 ayat (1) UU 23/2014)."""

from django.db.models import Q

from regions.choices import Level
from regions.models import Adjacency, Region


def _family(side: str, region: Region) -> Q:
    """The region itself or, for a province, one of its regencies and cities."""
    return Q(**{side: region}) | Q(**{f"{side}__parent": region})


def are_adjacent(a: Region, b: Region) -> bool | None:
    """True or False when the table knows, None when it does not.

    A province counts as bordering its own regencies and cities (Pasal 364 ayat (2) huruf b UU 23/2014).
    """
    if a.pk == b.pk or Level.NEGARA in (a.level, b.level):
        return False
    if a.pk == b.parent_id or b.pk == a.parent_id:
        return True
    straight = _family("region_a", a) & _family("region_b", b)
    reverse = _family("region_a", b) & _family("region_b", a)
    if Adjacency.objects.filter(straight | reverse).exists():
        return True
    return False if a.neighbours_complete or b.neighbours_complete else None
