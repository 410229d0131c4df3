"""Addresses of letters: each is handed to the person who asked for it, and to nobody else."""

from tests.house.addresses.world import HIDDEN, NEVER, Rule

RULES: dict[str, Rule] = {
    "agreements:letter_file": Rule(lambda _world: {"fingerprint": "0" * 64}, HIDDEN, NEVER)
}
