"""Addresses on which a period is led and a region fills in."""

from typing import Any

from ksd.core.files import store_bytes
from ksd.mapping.models import MappingRow
from tests.house.addresses.mapping import of_period, the_period
from tests.house.addresses.world import NEVER, READ, Args, Rule, World
from tests.mapping.rows import row

LED = "404/403 biro 200"
LED_EMPTY = "404/403 biro 422"
# Those who fill in for Kutai Kartanegara; the Biro may for its regencies.
FILL = "404/403 officer 200 biro 200"
FILL_EMPTY = "404/403 officer 422 biro 422"
# A row the region sent: read by who takes part.
SENT = "Baris Tertutup-7X"


def with_period(**more: Any) -> Args:
    """The address of the period, with more of its parts."""
    return lambda world: of_period(world) | more


def the_row(world: World) -> MappingRow:
    """A row of Kutai Kartanegara that was sent, with its evidence."""
    found = MappingRow.objects.filter(title=SENT).first()
    if found is None:
        proof = store_bytes(content=b"%PDF-1.4", name="bukti.pdf", content_type="application/pdf", kind="x")
        found = row(world.cast.officer, the_period(world), world.cast.kukar, title=SENT, evidence_file=proof)
    return found


def of_row(**more: Any) -> Args:
    """The address of the row, with more of its parts."""
    return lambda world: {"public_id": the_row(world).public_id, **more}


KUKAR = {"code": "64.02"}
RULES: dict[str, Rule] = {
    "mapping:period_new": Rule(
        lambda _world: {}, "403 officer 200 partner 200 biro 200 stranger 200",
        "403 officer 422 partner 422 biro 422 stranger 422",
    ),
    "mapping:period_edit": Rule(of_period, LED, LED_EMPTY),
    "mapping:participants": Rule(of_period, LED, LED_EMPTY),
    "mapping:period_step": Rule(with_period(code="tutup"), LED, LED_EMPTY),
    "mapping:remind": Rule(of_period, NEVER, "404/403 biro 302"),
    "mapping:rows": Rule(of_period, READ, NEVER),
    "mapping:filling": Rule(with_period(**KUKAR), READ, NEVER),
    "mapping:row_new": Rule(with_period(**KUKAR), FILL, FILL_EMPTY),
    "mapping:answer_submit": Rule(with_period(**KUKAR), FILL, FILL_EMPTY),
    "mapping:answer_reopen": Rule(with_period(**KUKAR), "404/403 officer 409 biro 409", FILL_EMPTY),
    "mapping:copy": Rule(with_period(**KUKAR), FILL, FILL_EMPTY),
    "mapping:row": Rule(of_row(), READ, NEVER),
    "mapping:row_edit": Rule(of_row(section="pokok"), FILL, FILL_EMPTY),
    "mapping:row_autosave": Rule(of_row(section="pokok"), NEVER, FILL_EMPTY),
    "mapping:row_withdraw": Rule(of_row(), FILL, FILL_EMPTY),
    "mapping:row_evidence": Rule(of_row(), READ, NEVER),
}  # fmt: skip
