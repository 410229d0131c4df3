"""A notula and its corrections for tests."""

from typing import Any

from meetings.models import Attendance, Meeting, MeetingSession, Minutes
from meetings.services.corrections import Wish, propose_correction, send_minutes
from meetings.services.minutes import MinutesData, minutes_of, write_minutes
from meetings.services.minutes_text import Part
from meetings.services.signing_minutes import sign_minutes
from regions.models import Region
from tests.conftest import Cast
from tests.meetings.rows import moment


def minutes_data(**facts: Any) -> MinutesData:
    """A notula complete enough to be sent."""
    values: dict[str, Any] = {
        "nature": "Terbatas",
        "opened_at": moment(21, 8, month=11),
        "closed_at": moment(21, 9, month=11),
        "chair": "Contoh Pimpinan",
        "note_taker": "Contoh Notulis",
        "course": "Rapat dibuka dengan doa.",
        "parts": (Part("Acara 1", "Kukar menyampaikan data segmen."),),
    }
    return MinutesData(**(values | facts))


def written(cast: Cast, meeting: Meeting, **facts: Any) -> Minutes:
    """A draft somebody saved."""
    seen = minutes_of(meeting).revision
    return write_minutes(actor=cast.biro, meeting=meeting, data=minutes_data(**facts), seen=seen)


def out(cast: Cast, meeting: Meeting, days: int = 7) -> Minutes:
    """A notula sent for correction."""
    written(cast, meeting)
    return send_minutes(actor=cast.biro, meeting=meeting, days=days)


def agree(cast: Cast, meeting: Meeting) -> None:
    """Every invited region agrees."""
    for actor, region in ((cast.officer, cast.kukar), (cast.partner, cast.kubar)):
        propose_correction(actor=actor, meeting=meeting, region=region, wish=Wish("setuju", "", "Contoh"))


def signed(cast: Cast, meeting: Meeting) -> Minutes:
    """A notula signed off."""
    row = out(cast, meeting)
    agree(cast, meeting)
    return sign_minutes(actor=cast.biro, meeting=meeting, seen=row.revision, number="1/NOT/2026")


def came(meeting: Meeting, region: Region, name: str = "Contoh Hadir") -> Attendance:
    """Somebody on the list of attendance."""
    session, _new = MeetingSession.objects.get_or_create(
        meeting=meeting, title="Rapat", defaults={
            "starts_at": meeting.starts_at, "ends_at": meeting.ends_at, "opens_at": meeting.starts_at,
            "closes_at": meeting.ends_at,
        },
    )  # fmt: skip
    return Attendance.objects.create(session=session, region=region, name=name, way="meja", key=name)
