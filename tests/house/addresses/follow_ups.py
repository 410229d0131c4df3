"""Addresses of follow-ups, their links, the scorecard and the result of a meeting."""

from collections.abc import Callable
from typing import Any

from meetings.models import FollowUp, Meeting
from meetings.services.follow_ups import ReportData, report
from tests.house.addresses.world import NEVER, OPEN, READ, Rule, World, bare, of_meeting
from tests.meetings.follow_up_rows import decision, photo

# The meeting of the world is planned only; what is owed for it can be asked for by address, not acted upon.
Args = Callable[[World], dict[str, Any]]


def _row(world: World) -> FollowUp:
    """What Kukar owes for a point of the world's meeting."""
    known = FollowUp.objects.filter(decision__meeting=world.meeting).first()
    if known is not None:
        return known
    point = decision(world.meeting, text="Butir Tertutup-7X")
    return FollowUp.objects.create(decision=point, region=world.cast.kukar, target="Sasaran Tertutup-7X")


def of_follow_up(**more: Any) -> Args:
    """The address of the follow-up, with more of its parts."""
    return lambda world: {"public_id": _row(world).public_id, **more}


def _proof(world: World) -> dict[str, Any]:
    row = _row(world)
    entry = row.entries.filter(file__isnull=False).first()
    if entry is None:
        Meeting.objects.filter(pk=world.meeting.pk).update(state="tindak_lanjut")
        data = ReportData(progress=5, text="Tertutup-7X", upload=photo())
        entry = report(actor=world.cast.officer, follow_up=row, data=data)
        Meeting.objects.filter(pk=world.meeting.pk).update(state=world.meeting.state)
    return {"public_id": row.public_id, "pk": entry.pk}


def _point(world: World) -> dict[str, Any]:
    return {"public_id": world.meeting.public_id, "point": _row(world).decision.public_id}


def _left(world: World) -> dict[str, Any]:
    return {"public_id": world.meeting.public_id, "follow_up": _row(world).public_id}


def _dead_link(_world: World) -> dict[str, Any]:
    return {"token": "tidak-pernah-ada"}


RULES: dict[str, Rule] = {
    "meetings:follow_up_list": Rule(bare, OPEN, NEVER),
    "meetings:follow_up_judged": Rule(bare, OPEN, NEVER),
    "meetings:follow_up_all": Rule(bare, OPEN, NEVER),
    "meetings:scorecard": Rule(bare, OPEN, NEVER),
    "meetings:scorecard_sheet": Rule(bare, OPEN, NEVER),
    "meetings:follow_up": Rule(of_follow_up(), READ, NEVER),
    "meetings:follow_up_report": Rule(
        of_follow_up(), "404/403 officer 409 biro 409", "404/403 officer 422 biro 422"
    ),
    "meetings:follow_up_step": Rule(of_follow_up(code="hentikan"), "404/403 biro 409", "404/403 biro 422"),
    "meetings:follow_up_proof": Rule(_proof, READ, NEVER),
    "meetings:follow_up_link_new": Rule(
        of_follow_up(), "404/403 officer 409 biro 409", "404/403 officer 422 biro 422"
    ),
    "meetings:follow_up_link_close": Rule(of_follow_up(), NEVER, "404/403 officer 302 biro 302"),
    "meetings:follow_up_link": Rule(_dead_link, "404", "404"),
    "meetings:results": Rule(of_meeting(), READ, NEVER),
    "meetings:results_matrix": Rule(of_meeting(), NEVER, "404/302"),
    "meetings:results_carry": Rule(of_meeting(), "404/403 biro 200", "404/403 biro 422"),
    "meetings:results_leave": Rule(_left, NEVER, "404/403 biro 404"),
    "meetings:result_point_new": Rule(of_meeting(), "404/403 biro 409", "404/403 biro 422"),
    "meetings:result_point": Rule(_point, "404/403 biro 409", "404/403 biro 422"),
    "meetings:result_point_drop": Rule(_point, NEVER, "404/403 biro 409"),
}
