"""Addresses of the pages one reads the mapping on: open to all who sign in, each row within scope."""

from typing import Any

from ksd.mapping.models import MappingRow
from tests.house.addresses.mapping import the_period
from tests.house.addresses.world import NEVER, OPEN, Rule, World, bare, own_region
from tests.mapping.rows import row


def _told(world: World) -> None:
    """A row of Kukar that only those who take part may read."""
    held = the_period(world)
    if not MappingRow.objects.filter(period=held, title="Pokok Tertutup-7X").exists():
        row(world.cast.officer, held, world.cast.kukar, title="Pokok Tertutup-7X")


def _bare(world: World) -> dict[str, Any]:
    _told(world)
    return bare(world)


def _region(world: World) -> dict[str, Any]:
    _told(world)
    return own_region(world)


RULES: dict[str, Rule] = {
    "mapping:network": Rule(_bare, OPEN, NEVER),
    "mapping:network_sheet": Rule(_bare, OPEN, NEVER),
    "mapping:gaps": Rule(_bare, OPEN, NEVER),
    "mapping:gaps_sheet": Rule(_bare, OPEN, NEVER),
    "mapping:comparison": Rule(_bare, OPEN, NEVER),
    "mapping:comparison_sheet": Rule(_bare, OPEN, NEVER),
    "mapping:profile": Rule(_region, OPEN, NEVER),
    "mapping:profile_rows": Rule(_region, OPEN, NEVER),
}
