"""Addresses of the agenda of a meeting and of the wishes of regions."""

from collections.abc import Callable
from typing import Any

from ksd.core.files import store_bytes
from meetings.models import AgendaItem, BacklogItem, MeetingFile
from meetings.services.items import ItemData, add_item
from meetings.services.wishes import propose_wish
from tests.house.addresses.world import NEVER, OPEN, READ, Args, Rule, World, bare, of_meeting

# Whoever manages the meeting writes; others who see it are refused.
WRITES = "404/403 biro 200"
FORM = "404/403 biro 422"
MOVED = "404/403 biro 302"


def _item(world: World) -> AgendaItem:
    """An item of the meeting, made when it is first asked for."""
    found = AgendaItem.objects.filter(meeting=world.meeting).first()
    return found or add_item(
        actor=world.cast.biro, meeting=world.meeting, data=ItemData(title="Acara Tertutup-7X")
    )


def _wish(world: World) -> BacklogItem:
    """A wish of the region that runs the case."""
    found = BacklogItem.objects.filter(meeting=world.meeting, state="diusulkan").first()
    return found or propose_wish(
        actor=world.cast.officer,
        region=world.cast.kukar,
        title="Usul Tertutup-7X",
        reason="x",
        meeting=world.meeting,
    )


def _file(world: World) -> MeetingFile:
    """A file of the item."""
    found = MeetingFile.objects.filter(meeting=world.meeting, dropped_at=None).first()
    stored = store_bytes(content=b"%PDF-1.4", name="a.pdf", content_type="application/pdf", kind="meeting")
    return found or MeetingFile.objects.create(
        meeting=world.meeting, item=_item(world), kind="materi", file=stored, added_by=world.cast.biro
    )


def _with(name: str, value: Callable[[World], Any]) -> Args:
    return lambda world: {"public_id": world.meeting.public_id, name: value(world)}


def _of_wish(world: World) -> dict[str, Any]:
    return {"wish": _wish(world).public_id}


_SECTION = _with("pk", lambda world: _item(world).section_id)
_ITEM = _with("item", lambda world: _item(world).public_id)
_FILE = _with("pk", lambda world: _file(world).pk)

RULES: dict[str, Rule] = {
    "meetings:wishes": Rule(bare, OPEN, NEVER),
    "meetings:wish_new": Rule(bare, "403 biro 200 officer 200 partner 200 stranger 200", "403 biro 422 officer 422 partner 422 stranger 422"),
    "meetings:wish": Rule(_of_wish, "404/200 partner 404", NEVER),
    "meetings:wish_withdraw": Rule(_of_wish, "404/403 officer 200 partner 404", "404/403 officer 302 partner 404"),
    "meetings:agenda": Rule(of_meeting(), READ, NEVER),
    "meetings:agenda_fill": Rule(of_meeting(), NEVER, MOVED),
    "meetings:item_new": Rule(of_meeting(), WRITES, FORM),
    "meetings:suggestions": Rule(of_meeting(), WRITES, FORM),
    "meetings:suggestion_aside": Rule(_with("key", lambda _world: "segmen:0"), "404/403 biro 409", FORM),
    "meetings:suggestion_again": Rule(_with("pk", lambda _world: 0), NEVER, MOVED),
    "meetings:wish_answer": Rule(_with("wish", lambda world: _wish(world).public_id), WRITES, FORM),
    "meetings:rundown": Rule(of_meeting(), READ, NEVER),
    "meetings:rundown_print": Rule(of_meeting(), NEVER, "404/302"),
    "meetings:section_new": Rule(of_meeting(), WRITES, FORM),
    "meetings:section_edit": Rule(_SECTION, WRITES, FORM),
    "meetings:section_move": Rule(_SECTION, NEVER, MOVED),
    "meetings:section_drop": Rule(_SECTION, NEVER, MOVED),
    "meetings:item_edit": Rule(_ITEM, WRITES, FORM),
    "meetings:item_move": Rule(_ITEM, NEVER, MOVED),
    "meetings:item_drop": Rule(_ITEM, WRITES, MOVED),
    "meetings:item_files": Rule(_ITEM, WRITES, FORM),
    "meetings:file": Rule(_FILE, READ, NEVER),
    "meetings:file_drop": Rule(_FILE, NEVER, MOVED),
}  # fmt: skip
