"""Addresses of the notula, its corrections, photographs and the report."""

from typing import Any

from ksd.core import clock
from meetings.choices import MeetingFileKind
from meetings.models import Correction, MeetingFile, Minutes
from tests.house.addresses.world import NEVER, READ, Rule, World, of_meeting

MANAGED = "404/403 biro 200"
# The meeting of the world is only planned: what it asks for first comes later.
TOO_EARLY = "404/403 biro 409"


def _correction(world: World) -> dict[str, Any]:
    minutes, _new = Minutes.objects.get_or_create(
        meeting=world.meeting, defaults={"state": "koreksi", "sent_at": clock.now(), "revision": 1}
    )
    row, _new = Correction.objects.get_or_create(
        minutes=minutes, region=world.cast.kukar, part="jalannya", text="Tertutup-7X", name="Contoh"
    )
    return {"public_id": world.meeting.public_id, "pk": row.pk}


def _photo(world: World) -> dict[str, Any]:
    facts = {"file": world.upload.file, "added_by": world.cast.biro}
    row = MeetingFile.objects.filter(meeting=world.meeting, kind=MeetingFileKind.FOTO).first()
    row = row or MeetingFile.objects.create(meeting=world.meeting, kind=MeetingFileKind.FOTO, **facts)
    return {"public_id": world.meeting.public_id, "pk": row.pk}


RULES: dict[str, Rule] = {
    "meetings:minutes": Rule(of_meeting(), READ, NEVER),
    "meetings:minutes_edit": Rule(of_meeting(), TOO_EARLY, "404/403 biro 422"),
    "meetings:minutes_send": Rule(of_meeting(), MANAGED, "404/403 biro 422"),
    "meetings:minutes_sign": Rule(of_meeting(), MANAGED, "404/403 biro 422"),
    "meetings:minutes_renumber": Rule(of_meeting(), TOO_EARLY, "404/403 biro 422"),
    "meetings:minutes_file": Rule(of_meeting(), NEVER, "404/403 biro 302"),
    "meetings:correction_new": Rule(of_meeting(), NEVER, "404/403 officer 422 partner 422"),
    "meetings:correction_answer": Rule(_correction, MANAGED, "404/403 biro 422"),
    "meetings:photos": Rule(of_meeting(), READ, "404/403 biro 422"),
    "meetings:photo_drop": Rule(_photo, NEVER, "404/403 biro 409"),
    "meetings:report": Rule(of_meeting(), MANAGED, NEVER),
    "meetings:report_edit": Rule(of_meeting(), TOO_EARLY, "404/403 biro 422"),
    "meetings:report_issue": Rule(of_meeting(), MANAGED, "404/403 biro 422"),
    "meetings:report_paper": Rule(of_meeting(), NEVER, "404/403 biro 302"),
    "meetings:report_file": Rule(of_meeting(fingerprint="0" * 64), "404/403 biro 404", NEVER),
}
