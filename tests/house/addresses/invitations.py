"""Addresses of invitations: the page of a meeting, and the link that needs no account."""

from datetime import timedelta
from typing import Any

from ksd.core import clock
from ksd.core.tokens import print_of
from meetings.models import ActLink, Invitee, MeetingLetter
from tests.house.addresses.world import NEVER, READ, Args, Rule, World, of_meeting

TOKEN = "u" * 43


def line(world: World) -> Invitee:
    """The head of a delegation, invited."""
    row, _new = Invitee.objects.get_or_create(
        meeting=world.meeting, title="Asisten Tertutup-7X", defaults={"region": world.cast.kukar}
    )
    return row


def of_line(world: World) -> dict[str, Any]:
    """Its line on the list."""
    return {"public_id": world.meeting.public_id, "code": line(world).public_id}


def of_letter(world: World) -> dict[str, Any]:
    """A draft of the letter."""
    row, _new = MeetingLetter.objects.get_or_create(
        meeting=world.meeting, kind="undangan",
        defaults={"signer_title": "Contoh", "signer_name": "Contoh", "created_by": world.cast.biro},
    )  # fmt: skip
    return {"public_id": world.meeting.public_id, "pk": row.pk}


def with_letter(world: World) -> dict[str, Any]:
    """The meeting, with a draft of its letter."""
    of_letter(world)
    return {"public_id": world.meeting.public_id}


def of_link(world: World) -> dict[str, Any]:
    """The link of the invitee, which whoever holds it may open."""
    until = clock.now() + timedelta(days=9)
    ActLink.objects.get_or_create(
        token_sha256=print_of(TOKEN), defaults={"act": "jawab", "invitee": line(world), "expires_at": until}
    )
    return {"token": TOKEN}


def managed(args: Args, get: str, post: str) -> Rule:
    """A page or an act of the secretariat."""
    shown = NEVER if get == NEVER else f"404/403 biro {get}"
    return Rule(args, shown, f"404/403 biro {post}")


RULES: dict[str, Rule] = {
    "meetings:invitations": Rule(of_meeting(), READ, NEVER),
    "meetings:invitees_choose": managed(of_meeting(), "200", "422"),
    "meetings:invitee_add": managed(of_meeting(), "200", "422"),
    "meetings:invitees_copy": managed(of_meeting(), NEVER, "409"),
    "meetings:invitees_remind": managed(of_meeting(), NEVER, "409"),
    "meetings:letter_edit": managed(of_meeting(), "200", "422"),
    "meetings:letter_preview": Rule(with_letter, "404/403 biro 200", NEVER),
    "meetings:letter_issue": managed(with_letter, "200", "422"),
    "meetings:letter_send": managed(of_meeting(), NEVER, "409"),
    "meetings:letter_paper": managed(of_letter, NEVER, "302"),
    "meetings:invitee_edit": managed(of_line, "200", "422"),
    "meetings:invitee_strike": managed(of_line, "200", "422"),
    "meetings:invitee_move": managed(of_line, NEVER, "302"),
    "meetings:invitee_answer": Rule(of_line, "404/403 biro 409 officer 409", "404/403 biro 422 officer 422"),
    "meetings:invitee_link": managed(of_line, NEVER, "409"),
    "meetings:invitee_mandate": Rule(of_line, "404", NEVER),
    "rsvp:answer": Rule(of_link, "200", "422"),
    "rsvp:entry": Rule(of_link, "409", NEVER),
}
