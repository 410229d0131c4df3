"""Addresses of disputes, take-overs, consultations, secretariats and aid."""

from typing import Any

from agreements.models import Proceeding
from agreements.services.proceedings import open_proceeding
from ksd.core import clock
from tests.house.addresses.world import HIDDEN, NEVER, OPEN, READ, Rule, World, bare, of_case


def _matter(world: World) -> Proceeding:
    """A dispute the officer opened."""
    case = world.play.case
    return case.proceedings.first() or open_proceeding(
        actor=world.cast.officer, case=case, code="perselisihan_daerah", title="Pembagian biaya",
        step="musyawarah", on=clock.today(), text="Belum sepakat",
    )  # fmt: skip


def _next(world: World) -> dict[str, Any]:
    return of_case(pk=_matter(world).pk, step="selesai_musyawarah")(world)


def _entry(world: World) -> dict[str, Any]:
    matter = _matter(world)
    return of_case(pk=matter.entries.get().pk)(world)


BOTH, SENT = "404/403 officer 200 partner 200", "404/403 officer 422 partner 422"

RULES: dict[str, Rule] = {
    "agreements:proceeding_list": Rule(bare, OPEN, NEVER),
    "agreements:proceedings": Rule(of_case(), READ, NEVER),
    "agreements:proceeding_new": Rule(of_case(code="konsultasi", step="diajukan"), BOTH, SENT),
    "agreements:proceeding_step": Rule(_next, BOTH, SENT),
    "agreements:proceeding_file": Rule(_entry, HIDDEN, NEVER),
    "agreements:proceeding_minutes": Rule(_entry, NEVER, "404/302"),
}
