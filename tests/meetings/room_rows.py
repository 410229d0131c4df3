"""A meeting that is held now, with its agenda and its delegations, for tests of the room."""

from typing import Any

from ksd.accounts.models import User
from ksd.core import clock
from meetings.models import AgendaItem, AgendaSection, Decision, Invitee, Meeting
from meetings.services.confirming import Word
from meetings.services.decisions import DecisionData, write_decision
from regions.models import Region
from tests.conftest import Cast
from tests.meetings.rows import meeting, moment

TODAY = {"starts_at": moment(21, 8, month=11), "ends_at": moment(21, 16, month=11)}


def held(cast: Cast, *, items: int = 3, state: str = "berlangsung") -> Meeting:
    """A Rakor of today in the room, with so many items of 30 minutes."""
    row = meeting(cast.biro, cast.kaltim, participants=(cast.kukar, cast.kubar), state=state, **TODAY)
    section = AgendaSection.objects.create(meeting=row, title="Sesi pagi")
    for number in range(1, items + 1):
        AgendaItem.objects.create(
            meeting=row, section=section, order=number, title=f"Acara {number}", minutes=30
        )
    return row


def delegation(row: Meeting, region: Region | None, **facts: Any) -> Invitee:
    """The head of a delegation on the list of invitations."""
    values = {"title": "Bupati", "name": f"Contoh {region or 'tamu'}", "role": "kepala_delegasi"}
    return Invitee.objects.create(meeting=row, region=region, **{**values, **facts})


def point(actor: User, row: Meeting, text: str = "Menyusun PKS rujukan.", **facts: Any) -> Decision:
    """A point of the result."""
    key = facts.pop("key", f"kunci-{clock.now().timestamp()}-{row.decisions.count()}")
    return write_decision(actor=actor, meeting=row, data=DecisionData(text=text, **facts), key=key)


def word(stance: str = "setuju", edition: int = 1, name: str = "Contoh Kepala", **facts: str) -> Word:
    """What a delegation head says."""
    return Word(stance=stance, edition=edition, name=name, **facts)
