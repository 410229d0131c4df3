"""Addresses of offers that came on paper, and of letters ready to sign."""

from tests.agreements.offering import berau, ministry
from tests.house.addresses.world import NEVER, Rule, World, bare, of_case


def a_region(world: World) -> dict[str, str]:
    """A region that could have written and that nobody signs in for."""
    return {"code": berau(world.cast).code}


def an_institution(world: World) -> dict[str, int]:
    """An institution registered by the region of the officer."""
    return {"pk": ministry(world.cast).pk}


ANSWERERS = "403/200 observer 403 admin 403 stranger 200"

RULES: dict[str, Rule] = {
    "agreements:inbound_start": Rule(bare, ANSWERERS, NEVER),
    "agreements:inbound_new": Rule(a_region, ANSWERERS, "403/422 observer 403 admin 403 stranger 422"),
    "agreements:inbound_partner": Rule(
        an_institution,
        "403/404 observer 403 admin 403 stranger 404 officer 200",
        "403/404 observer 403 admin 403 stranger 404 officer 422",
    ),
    "agreements:act_letter": Rule(
        of_case(code="akhiri", kind="dasar_pengakhiran"), NEVER, "404/403 officer 404"
    ),
}
