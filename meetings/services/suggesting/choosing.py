"""Chosen suggestions become items of the agenda, in their order, each once."""

from collections.abc import Collection

from django.db import transaction

from agreements.models import Case
from boundaries.models import Segment
from ksd.accounts.models import User
from meetings.models import AgendaItem, AgendaSection, BacklogItem, FollowUp, Meeting
from meetings.services.agenda import section_for, writable
from meetings.services.items import ItemData, Origin, add_item
from meetings.services.subjects import Subject
from meetings.services.suggesting.lines import Line
from meetings.services.suggesting.ranking import suggest
from meetings.services.wishes import SOURCE, accept_wish


@transaction.atomic
def take_suggestions(
    *, actor: User, meeting: Meeting, keys: Collection[str], section: AgendaSection | None = None, minutes: int = 15
) -> list[AgendaItem]:
    """Put the chosen lines onto the agenda, the weightiest first; what a colleague took meanwhile stays as it is."""
    row = writable(actor, meeting)
    wanted = set(keys)
    chosen = [line for line in suggest(row, actor) if line.key in wanted]
    place = section_for(row, section) if chosen else section
    rows = _Rows(chosen)
    return [_take(actor, row, line, rows, place, minutes) for line in chosen]


class _Rows:
    """What the chosen lines speak of, read once for each kind."""

    def __init__(self, lines: list[Line]) -> None:
        self.cases = Case.objects.in_bulk([line.case for line in lines if line.case])
        self.segments = Segment.objects.in_bulk([line.segment for line in lines if line.segment])
        self.follow_ups = FollowUp.objects.in_bulk([line.follow_up for line in lines if line.follow_up])

    def of(self, line: Line) -> Subject:
        """What one line speaks of."""
        return Subject(
            self.cases.get(line.case or 0),
            self.segments.get(line.segment or 0),
            self.follow_ups.get(line.follow_up or 0),
        )


def _take(
    actor: User, meeting: Meeting, line: Line, rows: _Rows, section: AgendaSection | None, minutes: int
) -> AgendaItem:
    source, _colon, number = line.key.partition(":")
    if source == SOURCE:
        wish = BacklogItem.objects.get(pk=number)
        return accept_wish(actor=actor, wish=wish, meeting=meeting, section=section, minutes=minutes)
    return add_item(
        actor=actor,
        meeting=meeting,
        data=ItemData(title=line.title, minutes=minutes),
        section=section,
        subject=rows.of(line),
        origin=Origin(line.key, line.reason),
    )
