"""Meetings for tests."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from ksd.accounts.models import User
from meetings.models import Meeting
from meetings.services import MeetingData, plan_meeting
from regions.models import Region


def moment(day: int, hour: int, month: int = 12) -> datetime:
    """A moment of the last months of 2026, local time."""
    return timezone.make_aware(datetime(2026, month, day, hour))  # noqa: DTZ001  made aware here


def data(organiser: Region, **facts: Any) -> MeetingData:
    """A Rakor of 15 December 2026 as a person fills it in."""
    values: dict[str, Any] = {
        "title": "Rakor Pemerintahan (contoh)",
        "kind": "rakor_pemerintahan",
        "fiscal_year": 2026,
        "host": organiser,
        "organiser": organiser,
        "starts_at": moment(15, 8),
        "ends_at": moment(15, 16),
        "place": "Tenggarong",
    }
    return MeetingData(**(values | facts))


def meeting(
    actor: User, organiser: Region, *, participants: tuple[Region, ...] = (), state: str = "", **facts: Any
) -> Meeting:
    """A planned meeting, put into a state without playing the way there."""
    planned = plan_meeting(actor=actor, data=data(organiser, **facts), participants=participants)
    if state:
        Meeting.objects.filter(pk=planned.pk).update(state=state)
        planned.refresh_from_db()
    return planned
