"""What the page of an agenda shows, gathered in a fixed number of queries."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from agreements.models import Case
from boundaries.models import Segment
from ksd.accounts.access import AnyUser
from meetings.documents.timetable import Slot, overrun, timetable
from meetings.models import AgendaItem, AgendaSection, BacklogItem, FollowUp, Meeting, MeetingFile
from meetings.services.agenda import sections_of
from meetings.services.files import PERSONAL


@dataclass(frozen=True)
class AgendaLine:
    """One item as the page shows it: hours, files, what it speaks of as far as the reader sees that, where it may go."""

    slot: Slot
    files: list[MeetingFile]
    links: list[tuple[str, str]]
    up: str = ""
    down: str = ""

    @property
    def item(self) -> AgendaItem:
        """The item itself."""
        return self.slot.item


@dataclass(frozen=True)
class AgendaPart:
    """One section with its lines."""

    section: AgendaSection
    lines: list[AgendaLine]
    up: int | None
    down: int | None


@dataclass(frozen=True)
class AgendaPage:
    """The whole agenda."""

    parts: list[AgendaPart]
    overrun: int
    wishes: list[BacklogItem] = field(default_factory=list)

    @property
    def has_items(self) -> bool:
        """Whether anything is on it."""
        return any(part.lines for part in self.parts)


def slots_by_section(meeting: Meeting) -> list[tuple[AgendaSection, list[Slot]]]:
    """The hours of every section; two queries."""
    sections = sections_of(meeting)
    slots: dict[int, list[Slot]] = defaultdict(list)
    for slot in timetable(meeting, AgendaItem.objects.filter(meeting=meeting).for_page()):
        slots[slot.item.section_id].append(slot)
    return [(section, slots[section.pk]) for section in sections]


def agenda_page(meeting: Meeting, user: AnyUser, *, managing: bool) -> AgendaPage:
    """Gather the agenda for this reader; those who manage it also see the wishes that wait."""
    sections = slots_by_section(meeting)
    every = [slot for _section, slots in sections for slot in slots]
    files, links = _files(meeting), _links(user, [slot.item for slot in every])
    places = _places(sections)
    parts = [
        AgendaPart(
            section,
            [
                AgendaLine(slot, files[slot.item.pk], links[slot.item.pk], *places[slot.item.pk])
                for slot in slots
            ],
            up=number - 1 if number else None,
            down=number + 1 if number + 1 < len(sections) else None,
        )
        for number, (section, slots) in enumerate(sections)
    ]
    wishes = BacklogItem.objects.visible_to(user).waiting_for(meeting).for_list() if managing else ()
    return AgendaPage(parts, overrun(meeting, every), list(wishes))


def _places(sections: list[tuple[AgendaSection, list[Slot]]]) -> dict[int, tuple[str, str]]:
    """For each item where a step up and a step down lead, as "section:place"; empty at the ends."""
    places: dict[int, tuple[str, str]] = {}
    for number, (section, slots) in enumerate(sections):
        before = sections[number - 1] if number else None
        after = sections[number + 1][0] if number + 1 < len(sections) else None
        for place, slot in enumerate(slots):
            up = f"{section.pk}:{place - 1}" if place else _end_of(before)
            last = place + 1 == len(slots)
            down = (f"{after.pk}:0" if after else "") if last else f"{section.pk}:{place + 1}"
            places[slot.item.pk] = (up, down)
    return places


def _end_of(part: tuple[AgendaSection, list[Slot]] | None) -> str:
    return f"{part[0].pk}:{len(part[1])}" if part else ""


def _files(meeting: Meeting) -> dict[int, list[MeetingFile]]:
    """The files of the items, those about persons left out; one query."""
    rows = MeetingFile.objects.filter(meeting=meeting, dropped_at=None, item__isnull=False)
    found: dict[int, list[MeetingFile]] = defaultdict(list)
    for row in rows.exclude(kind__in=PERSONAL).select_related("file"):
        found[row.item_id or 0].append(row)
    return found


def _links(user: AnyUser, items: list[AgendaItem]) -> dict[int, list[tuple[str, str]]]:
    """What each item speaks of, where the reader may see it; three queries."""
    cases = _keys(Case.objects.visible_to(user), {item.case_id for item in items})
    segments = _keys(Segment.objects.visible_to(user), {item.segment_id for item in items})
    follow_ups = _keys(FollowUp.objects.visible_to(user), {item.follow_up_id for item in items})
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for item in items:
        if item.case and item.case_id in cases:
            found[item.pk].append((item.case.title, item.case.get_absolute_url()))
        if item.segment and item.segment_id in segments:
            found[item.pk].append((str(item.segment), item.segment.get_absolute_url()))
        if item.follow_up and item.follow_up_id in follow_ups:
            found[item.pk].append((str(item.follow_up), item.follow_up.get_absolute_url()))
    return found


def _keys(rows: QuerySet[Any], wanted: set[int | None]) -> set[int]:
    """Which of the wanted rows are among those the reader sees."""
    return set(rows.order_by().filter(pk__in=wanted - {None}).values_list("pk", flat=True))
