"""Addresses of the room, of the points of the result, and of the rumusan."""

from typing import Any

from ksd.core import clock
from meetings.models import AgendaItem, AgendaSection, Decision, LiveNote
from tests.house.addresses.world import NEVER, READ, Args, Rule, World, bare, of_meeting

MANAGED, FORMS = "404/403 biro 200", "404/403 biro 422"


def _of_row(name: str, value: Any, **more: Any) -> Args:
    """The address of a row that belongs to the meeting, made when it is asked for."""
    return lambda world: {"public_id": world.meeting.public_id, name: value(world), **more}


def _item(world: World) -> str:
    section, _new = AgendaSection.objects.get_or_create(meeting=world.meeting, title="Sesi contoh")
    item, _new = AgendaItem.objects.get_or_create(
        meeting=world.meeting, section=section, title="Acara contoh"
    )
    return item.public_id


def _note(world: World) -> int:
    facts = {"text": "Catatan contoh", "author": world.cast.biro}
    return int(LiveNote.objects.get_or_create(meeting=world.meeting, key="contoh", defaults=facts)[0].pk)


def _point(world: World) -> str:
    facts = {"text": "Butir contoh", "order": 70, "written_by": world.cast.biro, "written_at": clock.now()}
    return Decision.objects.get_or_create(meeting=world.meeting, key="contoh", defaults=facts)[0].public_id


RULES: dict[str, Rule] = {
    "meetings:room": Rule(of_meeting(), READ, NEVER),
    "meetings:screen": Rule(of_meeting(), READ, NEVER),
    "meetings:pulse": Rule(of_meeting(), READ, NEVER),
    "meetings:item_act": Rule(_of_row("item", _item, act="mulai"), NEVER, FORMS),
    "meetings:note_new": Rule(of_meeting(), NEVER, FORMS),
    "meetings:note": Rule(_of_row("pk", _note), MANAGED, FORMS),
    "meetings:decision_new": Rule(of_meeting(), MANAGED, FORMS),
    "meetings:decision_quick": Rule(of_meeting(), NEVER, FORMS),
    "meetings:decision": Rule(_of_row("decision", _point), MANAGED, FORMS),
    "meetings:decision_act": Rule(_of_row("decision", _point, act="naik"), NEVER, FORMS),
    "meetings:record": Rule(of_meeting(), READ, NEVER),
    "meetings:record_frame": Rule(of_meeting(), MANAGED, FORMS),
    "meetings:record_read": Rule(of_meeting(), NEVER, FORMS),
    "meetings:record_say": Rule(of_meeting(), NEVER, "404"),
    "meetings:record_lock": Rule(of_meeting(), MANAGED, FORMS),
    "meetings:record_renumber": Rule(of_meeting(), "404/403 biro 409", FORMS),
    "meetings:record_file": Rule(of_meeting(), NEVER, "404/302"),
    "meetings:confirm_links": Rule(of_meeting(), NEVER, FORMS),
    # Whoever holds no link finds nothing there.
    "meetings:confirm": Rule(bare, "404", "404"),
    "meetings:confirm_pulse": Rule(bare, "404", NEVER),
    "meetings:confirm_enter": Rule(lambda _world: {"token": "tautan-yang-tidak-ada"}, "404", NEVER),
}
