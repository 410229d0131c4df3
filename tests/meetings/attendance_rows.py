"""Sessions, invitations and sendings of the door for tests."""

import base64
from datetime import datetime
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from meetings.choices import InviteeRole
from meetings.models import Invitee, Meeting, MeetingSession
from meetings.services.checking_in import PresenceData, Sent, Taken, check_in
from meetings.services.sessions import ensure_sessions
from tests.conftest import Cast
from tests.meetings.rows import meeting, moment

# The door of the Rakor of 15 December 2026 (08.00 to 16.00) opens at seven and closes at five.
EARLY, OPEN, BUSY, CLOSED = moment(15, 6), moment(15, 7), moment(15, 9), moment(15, 17)


def held(cast: Cast, state: str = "berlangsung", **facts: Any) -> Meeting:
    """A Rakor with Kutai Kartanegara and Kutai Barat, and its session."""
    row = meeting(cast.biro, cast.kaltim, participants=(cast.kukar, cast.kubar), state=state, **facts)
    ensure_sessions(row)
    return row


def door(row: Meeting) -> MeetingSession:
    """The first session of a meeting."""
    return row.sessions.order_by("starts_at", "pk")[0]


def expected(row: Meeting, cast: Cast, **facts: Any) -> Invitee:
    """An invitation: the Asisten I of Kutai Kartanegara, who comes himself."""
    given: dict[str, Any] = {
        "title": "Asisten I", "name": "Contoh Asisten", "region": cast.kukar, "role": InviteeRole.KEPALA_DELEGASI,
        "phone": "0811-RAHASIA", "email": "rahasia@kukar.test", "answer": "hadir",
    }  # fmt: skip
    return Invitee.objects.create(meeting=row, **(given | facts))


def somebody(name: str = "Contoh Tamu", **facts: Any) -> PresenceData:
    """Somebody of an organisation outside the delegations."""
    return PresenceData(**({"name": name, "title": "Staf", "organisation": "Lembaga Contoh"} | facts))


def come(row: Meeting, data: PresenceData, key: str = "kunci-1", said_at: datetime | None = None) -> Taken:
    """Sign the list of the first session."""
    return check_in(session=door(row), data=data, sent=Sent(key=key, said_at=said_at))


def typed(**facts: Any) -> dict[str, Any]:
    """What the form of the door sends."""
    given = {
        "invitee": "", "name": "Contoh Tamu", "title": "Staf", "organisation": "Lembaga Contoh", "region": "",
        "stands_for": "", "nip": "", "gender": "", "phone": "", "key": "kunci-1", "said_at": "", "signature": "",
    }  # fmt: skip
    return given | facts


def drawn(size: tuple[int, int] = (600, 240), *, empty: bool = False) -> str:
    """A signature as the canvas of a phone gives it."""
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    if not empty:
        ImageDraw.Draw(image).line((20, 20, size[0] - 20, size[1] - 20), fill=(0, 0, 0, 255), width=6)
    target = BytesIO()
    image.save(target, "PNG")
    return "data:image/png;base64," + base64.b64encode(target.getvalue()).decode()
