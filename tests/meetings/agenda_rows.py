"""Agendas, decisions and follow-ups for tests."""

from datetime import date
from typing import Any

from ksd.accounts.models import User
from meetings.models import AgendaItem, Decision, FollowUp, Meeting
from meetings.services.items import ItemData, add_item
from regions.models import Region
from tests.meetings.rows import meeting, moment


def item(actor: User, held: Meeting, title: str, **facts: Any) -> AgendaItem:
    """An item at the end of the agenda."""
    more = {name: facts.pop(name) for name in ("section", "subject", "origin") if name in facts}
    return add_item(actor=actor, meeting=held, data=ItemData(title=title, **facts), **more)


def earlier_meeting(actor: User, organiser: Region, *participants: Region, **facts: Any) -> Meeting:
    """The Rakor of March, in which something was decided."""
    when: dict[str, Any] = {"starts_at": moment(2, 8, month=3), "ends_at": moment(2, 16, month=3)}
    facts = {"title": "Rakor Maret (contoh)", "state": "tindak_lanjut"} | when | facts
    return meeting(actor, organiser, participants=participants, **facts)


def follow_up(
    held: Meeting, region: Region, target: str, due_on: date | None = None, **facts: Any
) -> FollowUp:
    """What a region owes for a decision of its own."""
    order = held.decisions.count() + 1
    about = {name: facts.pop(name) for name in ("case", "segment") if name in facts}
    decision = Decision.objects.create(
        meeting=held,
        order=order,
        text=f"Butir {target}",
        key=f"k{order}",
        written_by=held.created_by,
        **about,
    )
    return FollowUp.objects.create(decision=decision, region=region, target=target, due_on=due_on, **facts)
