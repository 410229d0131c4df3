"""Addresses of the test of rows, the consolidation and the duplicates."""

from typing import Any

from ksd.mapping.models import MappingRow
from tests.house.addresses.mapping import of_period, the_period
from tests.house.addresses.world import Rule, World
from tests.mapping.rows import row


def the_row(world: World, number: int = 1) -> MappingRow:
    """A row the region that runs the case sent to the period."""
    period, title = the_period(world), f"Baris Tertutup-7X {number}"
    return MappingRow.objects.filter(period=period, title=title).first() or row(
        world.cast.officer, period, world.cast.kukar, title=title
    )


def of_row(world: World) -> dict[str, Any]:
    """The address of the row."""
    return {"public_id": the_row(world).public_id}


def of_pair(world: World) -> dict[str, Any]:
    """The address of two rows side by side."""
    return {"one": the_row(world).public_id, "other": the_row(world, 2).public_id}


LEADS = "404/403 biro {0}"
RULES: dict[str, Rule] = {
    "mapping:triage": Rule(of_row, "404/200", LEADS.format(422)),
    "mapping:comments": Rule(of_row, "404/200", "404/403 officer 422 partner 422 biro 422"),
    "mapping:unmerge": Rule(of_row, LEADS.format(200), LEADS.format(422)),
    "mapping:duplicate": Rule(of_pair, LEADS.format(200), LEADS.format(422)),
    "mapping:apart": Rule(of_pair, "405", LEADS.format(302)),
    "mapping:consolidation": Rule(of_period, "404/200", "405"),
    "mapping:triage_next": Rule(of_period, LEADS.format(302), "405"),
    "mapping:duplicates": Rule(of_period, LEADS.format(200), "405"),
}
