"""Addresses of the triage before proposals, and of the kind of a proposal."""

from typing import Any

from agreements.models import IntakeTriage
from tests.house.addresses.world import CLOSED, NEVER, OPEN, READ, Rule, World, bare, of_case


def _asked(world: World) -> dict[str, Any]:
    """The address of a triage of the region that runs the case."""
    row, _new = IntakeTriage.objects.get_or_create(
        region=world.cast.kukar,
        title="Sewa gedung Tertutup-7X",
        verdict="bukan_ksd",
        destination="bmd",
        defaults={"reason": "Tertutup-7X", "created_by": world.cast.officer},
    )
    return {"public_id": row.public_id}


WRITERS = "403/200 observer 403 admin 403 stranger 200"
RULES: dict[str, Rule] = {
    "agreements:triage_list": Rule(bare, OPEN, NEVER),
    "agreements:triage_new": Rule(bare, WRITERS, WRITERS.replace("200", "422")),
    "agreements:triage": Rule(_asked, f"{READ} partner 404", NEVER),
    "agreements:case_kind": Rule(of_case(), CLOSED, CLOSED),
}
