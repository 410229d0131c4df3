"""Chosen suggestions become items of the agenda, in their order, each once."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import translation

from agreements.models import Case
from boundaries.models import Segment
from ksd.accounts.models import User
from ksd.core.language import INDONESIAN
from meetings.models import AgendaItem, AgendaSection, BacklogItem, FollowUp, Meeting
from meetings.services.agenda import section_for, section_to_discuss, writable
from meetings.services.follow_ups.carrying import carry_from_agenda
from meetings.services.items import ItemData, Origin, add_item
from meetings.services.subjects import Subject
from meetings.services.suggesting.lines import Line
from meetings.services.suggesting.ranking import suggest
from meetings.services.wishes import SOURCE, accept_wish


@transaction.atomic
def take_suggestions(
    *,
    actor: User,
    meeting: Meeting,
    keys: Collection[str],
    section: AgendaSection | None = None,
    minutes: int = 15,
) -> list[AgendaItem]:
    """Put the chosen lines onto the agenda, the weightiest first; what a colleague took meanwhile stays as it is."""
    row = writable(actor, meeting)
    wanted = set(keys)
    with translation.override(INDONESIAN):  # title and reason stay on the agenda for everybody
        chosen = [line for line in suggest(row, actor) if line.key in wanted]
    place = section_for(row, section or section_to_discuss(row)) if chosen else section
    taking = _Taking(actor, row, place, minutes, chosen)
    items = [taking.take(line) for line in chosen]
    carry_from_agenda(actor=actor, meeting=row, follow_ups=taking.follow_ups.values())
    return items


class _Taking:
    """The taking of chosen lines; what they speak of is read once for each kind."""

    def __init__(
        self, actor: User, meeting: Meeting, section: AgendaSection | None, minutes: int, lines: list[Line]
    ) -> None:
        self.where: Any = {"actor": actor, "meeting": meeting, "section": section}
        self.minutes = minutes
        self.cases = Case.objects.in_bulk([line.case for line in lines if line.case])
        self.segments = Segment.objects.in_bulk([line.segment for line in lines if line.segment])
        self.follow_ups = FollowUp.objects.in_bulk([line.follow_up for line in lines if line.follow_up])

    def take(self, line: Line) -> AgendaItem:
        """Make one line an item; a wish is accepted by it."""
        source, _colon, number = line.key.partition(":")
        if source == SOURCE:
            wish = BacklogItem.objects.get(pk=number)
            return accept_wish(wish=wish, minutes=self.minutes, **self.where)
        data, origin = ItemData(title=line.title, minutes=self.minutes), Origin(line.key, line.reason)
        return add_item(data=data, subject=self._subject(line), origin=origin, **self.where)

    def _subject(self, line: Line) -> Subject:
        return Subject(
            self.cases.get(line.case or 0),
            self.segments.get(line.segment or 0),
            self.follow_ups.get(line.follow_up or 0),
        )
