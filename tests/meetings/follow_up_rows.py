"""Follow-ups for tests."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from meetings.models import Decision, FollowUp, Meeting
from regions.models import Region
from tests.conftest import Cast
from tests.meetings.rows import meeting, moment

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)


def agreed(cast: Cast, *, state: str = "tindak_lanjut", **facts: Any) -> Meeting:
    """A Rakor of the province on 1 October 2026 with Kukar and Kubar, its result agreed."""
    when: dict[str, Any] = {"starts_at": moment(1, 8, month=10), "ends_at": moment(1, 16, month=10)}
    return meeting(
        cast.biro, cast.kaltim, participants=(cast.kukar, cast.kubar), state=state, **(when | facts)
    )


def decision(held: Meeting, text: str = "Menyelesaikan data batas (contoh)", **facts: Any) -> Decision:
    """The next point of a meeting."""
    number = held.decisions.count() + 1
    values: dict[str, Any] = {
        "order": number, "key": f"butir-{number}", "text": text, "written_by": held.created_by,
    }  # fmt: skip
    return Decision.objects.create(meeting=held, **(values | facts))


def follow_up(held: Meeting, region: Region, **facts: Any) -> FollowUp:
    """What a region owes for a new point until 1 December 2026; not yet begun."""
    point = facts.pop("decision", None) or decision(held)
    values: dict[str, Any] = {"target": "Data batas diserahkan (contoh)", "due_on": date(2026, 12, 1)}
    return FollowUp.objects.create(decision=point, region=region, **(values | facts))


def photo(name: str = "foto.png", content: bytes = PNG) -> SimpleUploadedFile:
    """A picture of one dot."""
    return SimpleUploadedFile(name, content, content_type="image/png")
