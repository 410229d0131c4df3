"""A calendar of meetings for subscribers (RFC 5545): when and where, never who."""

from collections.abc import Callable, Iterable
from datetime import UTC, timedelta

from icalendar import Calendar, Event

from ksd.core import clock
from meetings.choices import MeetingState
from meetings.models import Meeting

PRODUCT = "-//KSD//Rapat//ID"
REFRESH = timedelta(hours=1)
_STATUS: dict[str, str] = {
    MeetingState.RENCANA: "TENTATIVE",
    MeetingState.DISETUJUI: "TENTATIVE",
    # Its old day no longer holds; the mailed entries are taken away too. A new day brings the entry back.
    MeetingState.DITUNDA: "CANCELLED",
    MeetingState.DIBATALKAN: "CANCELLED",
}


def feed_calendar(name: str, meetings: Iterable[Meeting], address: Callable[[Meeting], str]) -> bytes:
    """The calendar of these meetings; `address` gives the full address of a meeting's page."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Asia/Makassar")
    # How often calendars come by; some know the one word, some the other.
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for meeting in meetings:
        calendar.add_component(_event(meeting, address(meeting)))
    return bytes(calendar.to_ical())


def _event(meeting: Meeting, page: str) -> Event:
    """One entry. Chair, opener, notes and the link into the room stay on the page, behind the sign-in."""
    event = Event()
    event.add("uid", f"rapat-{meeting.public_id}@ksd")
    event.add("dtstamp", clock.now().astimezone(UTC))
    event.add("sequence", meeting.revision)
    changed = getattr(meeting, "changed_at", None)  # given by whoever gathers the meetings of a feed
    if changed:
        event.add("last-modified", changed.astimezone(UTC))
    event.add("dtstart", meeting.starts_at.astimezone(UTC))
    event.add("dtend", meeting.ends_at.astimezone(UTC))
    event.add("summary", meeting.title)
    if meeting.place:
        event.add("location", meeting.place)
    said = (meeting.get_kind_display(), meeting.theme, meeting.organiser_name, meeting.get_state_display())
    event.add("description", "\n".join(str(part) for part in said if part))
    event.add("status", _STATUS.get(meeting.state, "CONFIRMED"))
    event.add("url", page)
    return event
