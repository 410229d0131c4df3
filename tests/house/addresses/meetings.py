"""Addresses of meetings."""

from tests.house.addresses.world import NEVER, OPEN, READ, Rule, bare, of_meeting

RULES: dict[str, Rule] = {
    "meetings:list": Rule(bare, OPEN, NEVER),
    "meetings:past": Rule(bare, OPEN, NEVER),
    "meetings:all": Rule(bare, OPEN, NEVER),
    "meetings:new": Rule(
        bare,
        "403 biro 200 officer 200 partner 200 stranger 200",
        "403 biro 422 officer 422 partner 422 stranger 422",
    ),
    "meetings:detail": Rule(of_meeting(), READ, NEVER),
    "meetings:edit": Rule(of_meeting(), "404/403 biro 200", "404/403 biro 422"),
    "meetings:state": Rule(of_meeting(code="tunda"), "404/403 biro 200", "404/403 biro 422"),
}
