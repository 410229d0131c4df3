"""Addresses of sessions, the desk, the lists of attendance, and the door."""

from typing import Any

from ksd.core import clock
from meetings.models import Attendance, Invitee, MeetingSession
from tests.house.addresses.world import NEVER, READ, Args, Rule, World, of_meeting

MANAGED, FORMS = "404/403 biro 200", "404/403 biro 422"


def _session(world: World) -> MeetingSession:
    times = {
        "starts_at": world.meeting.starts_at,
        "ends_at": world.meeting.ends_at,
        "opens_at": world.meeting.starts_at,
        "closes_at": world.meeting.ends_at,
    }
    return MeetingSession.objects.get_or_create(
        meeting=world.meeting, code="pintu-contoh", defaults={"title": "Sesi contoh", **times}
    )[0]


def _line(world: World) -> int:
    facts = {"name": "Hadirin contoh", "organisation": "Lembaga contoh", "way": "meja", "at": clock.now()}
    return Attendance.objects.get_or_create(session=_session(world), key="contoh", defaults=facts)[0].pk


def _invitee(world: World) -> str:
    return Invitee.objects.get_or_create(meeting=world.meeting, title="Undangan contoh")[0].public_id


def _of_session(**more: Any) -> Args:
    return lambda world: {
        "public_id": world.meeting.public_id,
        "pk": _session(world).pk,
        **{name: value(world) for name, value in more.items()},
    }


def _of_line(world: World) -> dict[str, Any]:
    return {"public_id": world.meeting.public_id, "pk": _line(world)}


RULES: dict[str, Rule] = {
    "meetings:attendance": Rule(of_meeting(), READ, NEVER),
    "meetings:attendance_xlsx": Rule(of_meeting(), MANAGED, NEVER),
    "meetings:sessions_prepare": Rule(of_meeting(), NEVER, "404/403 biro 302"),
    "meetings:session_add": Rule(of_meeting(), MANAGED, FORMS),
    "meetings:session_edit": Rule(_of_session(), MANAGED, FORMS),
    "meetings:session_drop": Rule(_of_session(), MANAGED, FORMS),
    "meetings:session_door": Rule(_of_session(), MANAGED, NEVER),
    "meetings:attendance_paper": Rule(_of_session(), NEVER, "404/302"),
    "meetings:attendance_desk": Rule(_of_session(), MANAGED, NEVER),
    "meetings:attendance_guest": Rule(_of_session(), MANAGED, FORMS),
    "meetings:attendance_invitee": Rule(_of_session(code=_invitee), MANAGED, FORMS),
    "meetings:attendance_line": Rule(_of_line, MANAGED, FORMS),
    "meetings:attendance_strike": Rule(_of_line, MANAGED, FORMS),
    # Whoever stands at the door holds its code.
    "checkin:page": Rule(lambda world: {"code": _session(world).code}, "200", "422"),
}
