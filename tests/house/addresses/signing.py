"""Addresses of signings and copies."""

from typing import Any

from agreements.models import Copy, Courier, VersionStep
from ksd.core import clock
from tests.house.addresses.world import (
    CLOSED,
    FORM,
    HIDDEN,
    NEVER,
    OPEN,
    READ,
    SENT,
    Rule,
    World,
    bare,
    of_case,
    of_text,
)

BOTH, BOTH_SENT = "404/403 officer 200 partner 200", "404/403 officer 422 partner 422"


def of_copy(**more: Any) -> Any:
    """An original of the signed KB, kept by the region that runs the case."""

    def args(world: World) -> dict[str, Any]:
        copy = Copy.objects.filter(naskah=world.umbrella, form="asli").order_by("number")[0]
        return {"public_id": copy.public_id, **more}

    return args


def of_umbrella(**more: Any) -> Any:
    """The signed KB."""
    return lambda world: {"public_id": world.umbrella.public_id, **more}


def courier(world: World) -> dict[str, Any]:
    """An original on its way to the partner."""
    own, other = world.play.parties()
    row, _new = Courier.objects.get_or_create(
        naskah=world.text, original=1, sender=own, receiver=other, carrier="Contoh Kurir",
        defaults={"handed_on": clock.today(), "recorded_by": world.cast.officer},
    )  # fmt: skip
    return {"public_id": world.text.public_id, "pk": row.pk}


def step(world: World) -> dict[str, Any]:
    """A step within the region that runs the case, on a text that is agreed already."""
    row, _new = VersionStep.objects.get_or_create(
        version=world.text.versions.order_by("-number")[0], party=world.play.parties()[0], label="Bagian Hukum",
        defaults={"order": 1, "permission": "agreements.approve"},
    )  # fmt: skip
    return {"public_id": world.text.public_id, "pk": row.pk}


RULES: dict[str, Rule] = {
    "agreements:signing": Rule(of_case(), READ, NEVER),
    "agreements:status_letter": Rule(of_text(), NEVER, "404/302"),
    "agreements:signing_plan": Rule(of_text(), BOTH, BOTH_SENT),
    "agreements:signing_hold": Rule(
        of_text(), "404/403 officer 409 partner 409", "404/403 officer 409 partner 409"
    ),
    "agreements:courier_add": Rule(of_text(), BOTH, BOTH_SENT),
    "agreements:courier_receive": Rule(courier, "404/403 partner 200", "404/403 partner 422"),
    "agreements:naskah_number": Rule(of_text(order=1), FORM, SENT),
    "agreements:signing_mark": Rule(of_text(order=1, step="disiapkan"), FORM, SENT),
    "agreements:signing_check": Rule(of_text(order=1), CLOSED, CLOSED),
    "agreements:approval_step": Rule(step, CLOSED, CLOSED),
    "agreements:signed_copy_replace": Rule(of_umbrella(order=1), FORM, SENT),
    "agreements:signed_copy_old": Rule(of_umbrella(order=1, pk=0), HIDDEN, NEVER),
    "agreements:copies_open": Rule(of_umbrella(order=1), FORM, SENT),
    "agreements:copy_list": Rule(bare, OPEN, NEVER),
    "agreements:copy": Rule(of_copy(), READ, NEVER),
    "agreements:copy_scan": Rule(of_copy(), HIDDEN, NEVER),
    "agreements:copy_move": Rule(of_copy(act="terima"), FORM, SENT),
}
