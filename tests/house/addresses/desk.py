"""Addresses of the office, the core, the terms and the accounts."""

from tests.house.addresses.world import NEVER, OPEN, READ, Rule, bare, row

RULES: dict[str, Rule] = {
    "office:home": Rule(bare, OPEN, NEVER),
    "office:my_work": Rule(bare, OPEN, NEVER),
    "core:healthz": Rule(bare, "503", NEVER),
    "core:readyz": Rule(bare, OPEN, NEVER),
    "core:job": Rule(lambda w: {"public_id": w.job.public_id}, READ, NEVER),
    "deadlines:notices": Rule(bare, OPEN, NEVER),
    "deadlines:read_all": Rule(bare, NEVER, "302"),
    "deadlines:read_notice": Rule(row("notice"), NEVER, "404 officer 302"),
    "deadlines:calendar": Rule(bare, OPEN, NEVER),
    "deadlines:deadline": Rule(row("deadline"), READ, NEVER),
    "deadlines:override": Rule(row("deadline"), NEVER, "404/403 admin 422"),
    "accounts:profile": Rule(bare, OPEN, NEVER),
    "accounts:permissions": Rule(bare, OPEN, NEVER),
}
