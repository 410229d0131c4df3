"""Addresses of what happens to signed texts, and of old papers."""

from typing import Any

from agreements.models import Naskah
from tests.agreements.changing import old_case
from tests.house.addresses.world import FORM, NEVER, READ, SENT, Rule, World, of_case

IMPOSSIBLE = "404/403 officer 409"


def of_umbrella(world: World) -> dict[str, Any]:
    """The address of the signed KB."""
    return {"public_id": world.umbrella.public_id}


def of_old_text(world: World) -> dict[str, Any]:
    """The address of an old paper of the same two regions."""
    text = Naskah.objects.filter(entry="arsip").first() or Naskah.objects.get(case=old_case(world.play))
    return {"public_id": text.public_id}


def of_old_case(world: World) -> dict[str, Any]:
    """The address of the cooperation of that paper."""
    return {"public_id": Naskah.objects.get(public_id=of_old_text(world)["public_id"]).case.public_id}


RULES: dict[str, Rule] = {
    "agreements:archive_new": Rule(
        lambda _world: {},
        "403/200 observer 403 admin 403 stranger 200",
        "403/422 observer 403 admin 403 stranger 422",
    ),
    # The case of this world has not come to its execution, so nothing is changed yet.
    "agreements:addendum_new": Rule(of_umbrella, IMPOSSIBLE, IMPOSSIBLE),
    "agreements:addendum_change": Rule(of_umbrella, IMPOSSIBLE, IMPOSSIBLE),
    "agreements:naskah_consolidated": Rule(of_umbrella, READ, NEVER),
    "agreements:extend": Rule(of_umbrella, FORM, SENT),
    "agreements:naskah_end": Rule(of_umbrella, FORM, SENT),
    "agreements:archive_complete": Rule(of_old_text, FORM, SENT),
    "agreements:archive_text_add": Rule(of_old_case, FORM, SENT),
    "agreements:case_changes": Rule(of_case(), READ, NEVER),
    "agreements:successor": Rule(
        of_case(order=1), "404/403 officer 409 partner 409", "404/403 officer 409 partner 409"
    ),
}
