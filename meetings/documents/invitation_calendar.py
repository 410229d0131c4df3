"""The calendar entry of a meeting (RFC 5545) and the message that brings it, changes it or takes it away (RFC 5546)."""

from datetime import UTC, datetime
from email.utils import parseaddr

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress, vText

from ksd.core import clock
from meetings.choices import Answer, InviteeRole
from meetings.models import Invitee, Meeting, MeetingLetter

PRODUCT = "-//KSD//Rapat//ID"
_STANDINGS: dict[str, str] = {
    Answer.BELUM: "NEEDS-ACTION",
    Answer.HADIR: "ACCEPTED",
    Answer.DIWAKILI: "DELEGATED",
    Answer.TIDAK_HADIR: "DECLINED",
}
_ROLES: dict[str, str] = {
    InviteeRole.KEPALA_DELEGASI: "REQ-PARTICIPANT",
    InviteeRole.PESERTA: "REQ-PARTICIPANT",
    InviteeRole.NARASUMBER: "REQ-PARTICIPANT",
    InviteeRole.UNDANGAN: "OPT-PARTICIPANT",
    InviteeRole.PANITIA: "NON-PARTICIPANT",
}


def entry_calendar(letter: MeetingLetter) -> bytes:
    """The entry alone, to be saved by whoever comes."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event_of(letter.meeting, letter))
    return bytes(calendar.to_ical())


def uid_of(meeting: Meeting) -> str:
    """By what every calendar knows this meeting, whatever becomes of it."""
    return f"rapat-{meeting.public_id}@ksd"


def invitation_calendar(
    letter: MeetingLetter, invitee: Invitee, *, description: str = "", taken_back: bool = False
) -> bytes:
    """The message for one invitee: METHOD:REQUEST, or CANCEL for a meeting called off or an invitation taken back."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method_of(letter, taken_back=taken_back))
    event = event_of(letter.meeting, letter, description=description)
    if taken_back:
        event.pop("status")  # the meeting stands: RFC 5546 section 3.2.5 leaves STATUS out for some attendees
    event.add("attendee", _attendee(invitee), encode=False)
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def method_of(letter: MeetingLetter, *, taken_back: bool = False) -> str:
    """What a calendar does with the letter."""
    return "CANCEL" if letter.calls_off or taken_back else "REQUEST"


def event_of(meeting: Meeting, letter: MeetingLetter | None = None, *, description: str = "") -> Event:
    """The entry as a letter told it; without a letter as the meeting is planned now. Times are in UTC."""
    told = letter.told if letter else {}
    event = Event()
    event.add("uid", uid_of(meeting))
    event.add("dtstamp", clock.now().astimezone(UTC))
    event.add("sequence", letter.sequence if letter else 0)
    event.add("dtstart", _moment(told.get("starts_at"), meeting.starts_at))
    event.add("dtend", _moment(told.get("ends_at"), meeting.ends_at))
    event.add("summary", told.get("title") or meeting.title)
    event.add("location", told.get("place") or meeting.place)
    if description:
        event.add("description", description)
    event.add("organizer", organiser_of(meeting), encode=False)
    event.add("status", "CANCELLED" if letter and letter.calls_off else "CONFIRMED")
    return event


def organiser_of(meeting: Meeting) -> vCalAddress:
    """Who calls the meeting: its office's mailbox, its region's, else the application's own."""
    office = meeting.organiser_office
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    address = vCalAddress(f"MAILTO:{(office.email if office else '') or meeting.organiser.email or sender}")
    address.params["cn"] = vText(meeting.organiser_name)
    return address


def _moment(said: str | None, planned: datetime) -> datetime:
    return (datetime.fromisoformat(said) if said else planned).astimezone(UTC)


def _attendee(invitee: Invitee) -> vCalAddress:
    address = vCalAddress(f"MAILTO:{invitee.email}")
    address.params["cn"] = vText(invitee.name or invitee.label)
    address.params["role"] = vText(_ROLES[invitee.role])
    address.params["partstat"] = vText(_STANDINGS[invitee.answer])
    address.params["rsvp"] = vText("TRUE" if invitee.answer == Answer.BELUM else "FALSE")
    return address
