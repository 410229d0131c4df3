"""Addresses of repealed and amended laws."""

from datetime import date
from typing import Any

from agreements.models import LawChange
from regions.models import LegalBasis
from tests.house.addresses.world import NEVER, OPEN, Rule, World, bare

FORM, SENT = "403 biro 200 admin 200", "403 biro 422 admin 422"


def change(world: World) -> dict[str, Any]:
    """A law no text of the case cites."""
    basis, _new = LegalBasis.objects.get_or_create(
        citation="PP 1/1999", defaults={"title": "Contoh", "kind": "pp", "number": "1", "year": 1999}
    )
    row, _new = LawChange.objects.get_or_create(
        basis=basis,
        kind="dicabut",
        defaults={
            "by_citation": "PP 2/2026",
            "effective_on": date(2026, 1, 1),
            "recorded_by": world.cast.biro,
        },
    )
    return {"pk": row.pk}


RULES: dict[str, Rule] = {
    "agreements:law_changes": Rule(bare, OPEN, NEVER),
    "agreements:law_change_new": Rule(bare, FORM, SENT),
    "agreements:law_change": Rule(change, OPEN, NEVER),
    "agreements:law_change_tell": Rule(change, FORM, SENT),
    "agreements:law_change_letter": Rule(change, NEVER, "403 biro 302 admin 302"),
}
