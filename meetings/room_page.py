"""What the live pages of a meeting show, gathered in a fixed number of queries however many sit in the room."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ksd.core import clock
from meetings.choices import ItemState, MeetingState, RecordState
from meetings.models import AgendaItem, Decision, LiveNote, Meeting, Record
from meetings.services.confirming import Said, delegations_said
from meetings.services.record_text import is_same, said_by, standing_points
from meetings.services.records import record_of, shown_text
from meetings.services.room import ITEM_ACTS

MOST_NOTES = 60
_LABELS: dict[str, tuple[str | Promise, str]] = {
    "mulai": (_("Mulai"), "player-play"),
    "selesai": (_("Akhiri"), "flag-check"),
    "lanjut": (_("Akhiri dan lanjut"), "arrow-right"),
    "lewati": (_("Lewati"), "chevron-right"),
}


@dataclass(frozen=True)
class Act:
    """A button on an item."""

    code: str
    label: str
    icon: str
    token: str


@dataclass(frozen=True)
class ItemLine:
    """An item of the agenda with what may be done with it, and its hours."""

    item: AgendaItem
    acts: tuple[Act, ...] = ()

    @property
    def is_running(self) -> bool:
        """Whether it is at hand."""
        return self.item.state == ItemState.BERJALAN

    @property
    def begun_ms(self) -> int:
        """When it began, in milliseconds, for the page's clock."""
        return milliseconds(self.item.begun_at)

    @property
    def planned_end(self) -> datetime | None:
        """When its time is up."""
        return self.item.begun_at + timedelta(minutes=self.item.minutes) if self.item.begun_at else None


@dataclass(frozen=True)
class RoomPage:
    """Everything a live page prints."""

    items: list[ItemLine]
    notes: list[LiveNote]
    points: list[Decision]
    record: Record
    said: list[Said]
    is_stale: bool

    @property
    def running(self) -> ItemLine | None:
        """The item at hand."""
        return next((line for line in self.items if line.is_running), None)

    @property
    def following(self) -> ItemLine | None:
        """The first item that still waits, behind the one at hand."""
        place = next((index for index, line in enumerate(self.items) if line.is_running), -1)
        waiting = self.items[place + 1 :]
        return next((line for line in waiting if line.item.state == ItemState.MENUNGGU), None)

    @property
    def spoken(self) -> int:
        """How many delegations said something of the newest edition."""
        return sum(1 for each in self.said if each.confirmation)

    @property
    def is_asked(self) -> bool:
        """Whether delegations are asked about an edition now."""
        return self.record.state == RecordState.DIKONFIRMASI

    @property
    def is_locked(self) -> bool:
        """Whether the rumusan is closed for good."""
        return self.record.state == RecordState.TERKUNCI


def milliseconds(moment: datetime | None) -> int:
    """A moment as browsers count it; 0 for none."""
    return int(moment.timestamp() * 1000) if moment else 0


def now_ms() -> int:
    """The server's clock: the only one that counts in the room."""
    return milliseconds(clock.now())


def room_page(meeting: Meeting, *, managing: bool = False) -> RoomPage:
    """Gather the live page; only who manages the meeting gets notes, and buttons while it is held."""
    record = record_of(meeting)
    points = standing_points(meeting)
    asked = record.state == RecordState.DIKONFIRMASI
    held = meeting.state == MeetingState.BERLANGSUNG
    return RoomPage(
        items=[_line(item, acting=managing and held) for item in meeting.items.select_related("section")],
        notes=_notes(meeting) if managing else [],
        points=points,
        record=record,
        said=delegations_said(meeting, record),
        is_stale=asked and not is_same(shown_text(record), said_by(record, points)),
    )


def _line(item: AgendaItem, *, acting: bool) -> ItemLine:
    if not acting:
        return ItemLine(item)
    acts = tuple(
        Act(code, str(_LABELS[code][0]), _LABELS[code][1], uuid4().hex)
        for code, rule in ITEM_ACTS.items()
        if item.state in rule.sources
    )
    return ItemLine(item, acts)


def _notes(meeting: Meeting) -> list[LiveNote]:
    """The newest notes first; one left out is still in the notula."""
    rows = LiveNote.objects.filter(meeting=meeting, dropped_at=None).select_related("author", "item")
    return list(rows.order_by("-at", "-pk")[:MOST_NOTES])
