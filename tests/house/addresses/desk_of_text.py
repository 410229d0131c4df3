"""Addresses the editor in the browser talks to."""

from tests.house.addresses.world import CLOSED, NEVER, Rule, of_text

RULES: dict[str, Rule] = {
    "agreements:naskah_desk": Rule(of_text(), CLOSED, NEVER),
    "agreements:naskah_desk_draft": Rule(of_text(), NEVER, CLOSED),
    "agreements:naskah_desk_save": Rule(of_text(), NEVER, CLOSED),
    "agreements:naskah_desk_presence": Rule(of_text(), NEVER, CLOSED),
}
