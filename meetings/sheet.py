"""What the page of one meeting shows, gathered in a fixed number of queries."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from meetings.choices import TONES, MeetingState
from meetings.models import CHANGED, PLANNED, Meeting, MeetingEvent
from meetings.workflow import MAIN_LINE, STEPS, Step, steps_from
from regions.models import Region


@dataclass(frozen=True)
class RailStop:
    """One state of the main line: done, current or todo."""

    label: str
    status: str


@dataclass(frozen=True)
class MeetingSheet:
    """Everything the page of a meeting prints."""

    facts: list[tuple[str, Any, str]]
    participants: list[Region]
    steps: tuple[Step, ...]
    rail: list[RailStop]
    history: list[dict[str, Any]]


def meeting_sheet(meeting: Meeting, *, managing: bool) -> MeetingSheet:
    """Gather a meeting's page; only who manages it is shown its steps."""
    return MeetingSheet(
        facts=_facts(meeting),
        participants=list(meeting.participants.order_by("level", "code")),
        steps=steps_from(meeting.state) if managing else (),
        rail=_rail(meeting.state),
        history=[_entry(event) for event in meeting.events.select_related("actor")],
    )


def tabs(query: QueryDict) -> list[tuple[str, str, bool]]:
    """The links to come, past and all, with the other filters kept; the last says which one is open."""
    shown = query.get("when") or ""
    links = []
    for value, label in (("", _("Akan datang")), ("lampau", _("Sudah lewat")), ("semua", _("Semua"))):
        kept = query.copy()
        kept.pop("page", None)
        kept["when"] = value
        links.append((label, f"?{kept.urlencode()}", value == shown))
    return links


def _facts(meeting: Meeting) -> list[tuple[str, Any, str]]:
    return [
        (_("Waktu"), meeting.schedule, ""),
        (_("Tempat"), meeting.place, ""),
        (_("Tema"), meeting.theme, ""),
        (_("Tuan rumah"), meeting.host.full_name, meeting.host.get_absolute_url()),
        (_("Penyelenggara"), meeting.organiser_name, ""),
        (_("Daerah penyelenggara"), meeting.organiser.full_name, meeting.organiser.get_absolute_url()),
        (_("Tahun anggaran"), str(meeting.fiscal_year), ""),
    ]


def _rail(state: str) -> list[RailStop]:
    """How far along the main line; a meeting that left it shows none of it as current."""
    here = MAIN_LINE.index(MeetingState(state)) if state in MAIN_LINE else -1

    def status(position: int) -> str:
        if position == here:
            return "current"
        return "done" if position < here else "todo"

    return [RailStop(str(stop.label), status(position)) for position, stop in enumerate(MAIN_LINE)]


def _entry(event: MeetingEvent) -> dict[str, Any]:
    labels = {PLANNED: _("Rapat direncanakan"), CHANGED: _("Rapat diubah")}
    labels |= {row.code: str(row.label) for row in STEPS}
    text = event.reason
    if event.step == CHANGED:
        text = _("Yang berubah: %(fields)s.") % {"fields": event.reason}
    return {
        "title": labels.get(event.step, event.step),
        "at": event.at,
        "by": str(event.actor),
        "text": text,
        "tone": "secondary" if event.step == CHANGED else TONES[event.target],
        "icon": "",
    }
