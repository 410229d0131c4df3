"""Addresses of the mapping of potentials."""

from typing import Any

from ksd.mapping.models import Period, PeriodRegion
from tests.house.addresses.world import NEVER, OPEN, READ, Rule, World, bare


def the_period(world: World) -> Period:
    """A period led by Kaltim in which both parties of the case take part."""
    facts = {"name": "Pemetaan Tertutup-7X", "state": "dibuka", "created_by": world.cast.biro}
    found, _new = Period.objects.get_or_create(region=world.cast.kaltim, year=2027, defaults=facts)
    for region in (world.cast.kukar, world.cast.kubar):
        PeriodRegion.objects.get_or_create(period=found, region=region)
    return found


def of_period(world: World) -> dict[str, Any]:
    """The address of the period."""
    return {"public_id": the_period(world).public_id}


RULES: dict[str, Rule] = {
    "mapping:list": Rule(bare, OPEN, NEVER),
    "mapping:period": Rule(of_period, READ, NEVER),
}
