"""Addresses of pairs, their groups and weights."""

from typing import Any

from ksd.mapping.models import MappingRow, Match
from tests.house.addresses.mapping import of_period, the_period
from tests.house.addresses.world import Rule, World
from tests.mapping.rows import row


def the_match(world: World) -> Match:
    """A pair of a need and a potential of both parties."""
    period, cast = the_period(world), world.cast
    sides = ((cast.kukar, "kebutuhan"), (cast.kubar, "potensi"))
    rows = [
        MappingRow.objects.filter(
            period=period, region=region, kind=kind, title=f"Pasangan Tertutup-7X {kind}"
        ).first()
        or row(world.cast.biro, period, region, kind=kind, title=f"Pasangan Tertutup-7X {kind}")
        for region, kind in sides
    ]
    facts = {
        "period": period, "urusan": rows[0].urusan, "form": "pasokan", "score": 500,
        "first_region": cast.kukar, "second_region": cast.kubar,
        "reasons": [{"code": "urusan", "mille": 1000, "points": 500, "facts": {}}],
    }  # fmt: skip
    return Match.objects.get_or_create(first=rows[0], second=rows[1], defaults=facts)[0]


def of_match(world: World) -> dict[str, Any]:
    """The address of the pair."""
    return {"public_id": the_match(world).public_id}


def of_word(world: World) -> dict[str, Any]:
    """The address of a rejection."""
    return of_match(world) | {"verdict": "tolak"}


def of_group(world: World) -> dict[str, Any]:
    """The address of a group that is none: two regions are a pair."""
    return {"public_id": the_match(world).second.public_id}


LEADS = "404/403 biro {0}"
RULES: dict[str, Rule] = {
    "mapping:match": Rule(of_match, "404/200", "405"),
    "mapping:match_decide": Rule(
        of_word, "404/403 officer 200 partner 200 biro 200", "404/403 officer 422 partner 422 biro 422"
    ),
    "mapping:match_start": Rule(
        of_match, "404/403 officer 200 partner 200", "404/403 officer 422 partner 422"
    ),
    "mapping:group_start": Rule(of_group, "404", "404"),
    "mapping:matches": Rule(of_period, "404/200", "405"),
    "mapping:match_run": Rule(of_period, LEADS.format(200), LEADS.format(422)),
    "mapping:match_groups": Rule(of_period, "404/200", "405"),
    "mapping:match_weights": Rule(of_period, LEADS.format(200), LEADS.format(422)),
}
