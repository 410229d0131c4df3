"""The meetings that treated a boundary segment, told to the segment's own page."""

from collections.abc import Iterator

from django.utils import timezone

from boundaries.models import Segment
from boundaries.services.elsewhere import Mention, mention_source
from ksd.accounts.access import AnyUser
from meetings.duties import AGREED_STATES
from meetings.models import AgendaItem, Decision, Meeting

# The latest are what one looks for; the others are found in the list of meetings.
MOST = 20


@mention_source
def meetings_about(user: AnyUser, segment: Segment) -> Iterator[Mention]:
    """Items of agendas the person may see that speak of the segment, and what was decided; two queries."""
    seen = Meeting.objects.visible_to(user)
    items = AgendaItem.objects.filter(segment=segment, meeting__in=seen).select_related("meeting")
    for item in items.order_by("-meeting__starts_at", "pk")[:MOST]:
        yield _told(item.meeting, item.title)
    decisions = Decision.objects.filter(
        segment=segment, dropped_at=None, meeting__in=seen, meeting__state__in=AGREED_STATES
    )
    for row in decisions.select_related("meeting").order_by("-meeting__starts_at", "pk")[:MOST]:
        yield _told(row.meeting, row.text)


def _told(meeting: Meeting, text: str) -> Mention:
    day = timezone.localtime(meeting.starts_at).date()
    return Mention(title=meeting.title, url=meeting.get_absolute_url(), on=day, text=text)
