"""Addresses of comparisons between versions."""

from tests.house.addresses.world import NEVER, READ, Rule, of_text

RULES: dict[str, Rule] = {
    "agreements:naskah_compare": Rule(of_text(), READ, NEVER),
    "agreements:naskah_review": Rule(of_text(), NEVER, "404/403 officer 409"),
    "agreements:naskah_compare_paper": Rule(of_text(), NEVER, "404"),
}
