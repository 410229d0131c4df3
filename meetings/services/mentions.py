"""The meetings that treated a boundary segment or a cooperation, told to its own page."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from agreements.models import Case
from boundaries.models import Segment
from ksd.accounts.access import AnyUser
from ksd.core.mentions import Mention, mention_source
from meetings.duties import AGREED_STATES
from meetings.models import AgendaItem, Decision, Meeting

# The latest are what one looks for; the others are found in the list of meetings.
MOST = 20


@mention_source(Segment)
def meetings_about_segment(user: AnyUser, segment: Segment) -> Iterator[Mention]:
    """Meetings the person may see that speak of the segment; two queries."""
    return _meetings(user, segment=segment)


@mention_source(Case)
def meetings_about_case(user: AnyUser, case: Case) -> Iterator[Mention]:
    """Meetings the person may see that speak of the cooperation; two queries."""
    return _meetings(user, case=case)


def _meetings(user: AnyUser, **subject: Any) -> Iterator[Mention]:
    """Items of agendas on this subject, and what was decided."""
    seen = Meeting.objects.visible_to(user)
    items = AgendaItem.objects.filter(**subject, meeting__in=seen).select_related("meeting")
    for item in items.order_by("-meeting__starts_at", "pk")[:MOST]:
        yield _told(item.meeting, item.title)
    decisions = Decision.objects.filter(
        **subject, dropped_at=None, meeting__in=seen, meeting__state__in=AGREED_STATES
    )
    for row in decisions.select_related("meeting").order_by("-meeting__starts_at", "pk")[:MOST]:
        yield _told(row.meeting, row.text)


def _told(meeting: Meeting, text: str) -> Mention:
    day = timezone.localtime(meeting.starts_at).date()
    return Mention(title=meeting.title, url=meeting.get_absolute_url(), on=day, text=text)
