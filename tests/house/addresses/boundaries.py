"""Addresses of segments."""

from tests.house.addresses.world import NEVER, OPEN, READ, Rule, bare, of_segment

RULES: dict[str, Rule] = {
    "boundaries:list": Rule(bare, OPEN, NEVER),
    "boundaries:detail": Rule(of_segment, READ, NEVER),
    "boundaries:change_stage": Rule(of_segment, "404/403 biro 200", "404/403 biro 422"),
}
