"""Addresses of comments."""

from agreements.choices.comments import Audience
from agreements.services.comments import write_comment
from tests.house.addresses.world import NEVER, READ, Rule, World, of_case


def _own_comment(world: World) -> dict[str, object]:
    """A comment the officer wrote to all parties."""
    case = world.play.case
    found = case.comments.filter(withdrawn_at=None).first() or write_comment(
        actor=world.cast.officer, case=case, text="Contoh", audience=Audience.ALL
    )
    return {"public_id": case.public_id, "pk": found.pk}


RULES: dict[str, Rule] = {
    "agreements:comments": Rule(of_case(), READ, "404/422 observer 403 biro 403 admin 403"),
    "agreements:comment_withdraw": Rule(_own_comment, NEVER, "404/403 officer 302"),
}
