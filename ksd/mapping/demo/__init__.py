"""The mapping of the demonstration: ten regencies and cities of Kaltim, two years, all of it invented and marked so."""

from django.db import transaction

from ksd.mapping.demo.last_year import play_last_year
from ksd.mapping.demo.telling import by_region
from ksd.mapping.demo.this_year import play_this_year
from ksd.mapping.demo.writing import Ground
from ksd.mapping.models import Period

PROVINCE = "64"
NAME = "Pemetaan potensi kerja sama se-Kalimantan Timur (contoh)"


@transaction.atomic
def play_mapping() -> int:
    """Play last year's mapping and this year's once; how many. Needs the people and cases of the demonstration."""
    if Period.objects.filter(region__code=PROVINCE, name=NAME).exists():
        return 0
    ground = Ground(by_region(), PROVINCE)
    play_last_year(ground, PROVINCE, NAME)
    play_this_year(ground, PROVINCE, NAME)
    return 2
