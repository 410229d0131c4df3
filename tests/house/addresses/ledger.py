"""Addresses of the depositary ledger."""

from tests.house.addresses.world import NEVER, OPEN, READ, Rule, bare, of_case

RULES: dict[str, Rule] = {
    "agreements:ledger_verifier": Rule(bare, OPEN, NEVER),
    "agreements:ledger": Rule(of_case(), READ, NEVER),
    "agreements:ledger_export": Rule(of_case(), READ, NEVER),
}
