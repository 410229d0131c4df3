"""Addresses of the negotiation table; those of guests open nothing without a link."""

from agreements.models import GuestLink
from ksd.core import clock
from ksd.core.tokens import print_of
from tests.house.addresses.world import CLOSED, HIDDEN, NEVER, READ, Args, Rule, World, bare, of_text

NOTHING = "404"


def _own_link(world: World) -> dict[str, object]:
    """A link of the text that was revoked."""
    link, _new = GuestLink.objects.get_or_create(
        token_sha256=print_of("contoh"),
        defaults={
            "naskah": world.text, "party": world.play.parties()[1], "label": "Contoh", "created_by": world.cast.officer,
            "expires_at": clock.now(), "revoked_at": clock.now(),
        },
    )  # fmt: skip
    return {"public_id": world.text.public_id, "pk": link.pk}


def _clause(**more: str) -> Args:
    return lambda _world: {"clause": "ruang_lingkup", **more}


RULES: dict[str, Rule] = {
    "agreements:negotiation": Rule(of_text(), READ, NEVER),
    "agreements:negotiation_clause": Rule(
        of_text(clause="ruang_lingkup"), READ, "404/403 officer 409 partner 409"
    ),
    "agreements:negotiation_comment": Rule(of_text(clause="ruang_lingkup"), NEVER, "404/422"),
    "agreements:negotiation_minutes": Rule(of_text(), NEVER, "404/302"),
    "agreements:guest_links": Rule(of_text(), "404/403 officer 200", "404/403 officer 422"),
    "agreements:guest_link_revoke": Rule(_own_link, NEVER, CLOSED),
    "agreements:guest_enter": Rule(lambda _world: {"token": "contoh"}, HIDDEN, NEVER),
    "agreements:guest_table": Rule(bare, NOTHING, NEVER),
    "agreements:guest_clause": Rule(_clause(), NOTHING, NOTHING),
    "agreements:guest_clause_comment": Rule(_clause(), NEVER, NOTHING),
}
