"""What else happens on the day a meeting is planned for: it is said, and never stands in the way."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from ksd.accounts.access import AnyUser
from ksd.core.words import long_date
from ksd.deadlines.calendar import why_skipped
from ksd.deadlines.models import Holiday
from meetings.models import Meeting
from regions.models import Region

LONGEST = 31
MOST = 5


def date_conflicts(
    meeting: Meeting, user: AnyUser, participants: Iterable[Region] | None = None
) -> list[str]:
    """Sentences on days off and on other meetings this person sees at the same time; a fixed number of queries.

    A meeting that is still typed has no rows of participants yet: they are given.
    """
    called = meeting.participants.all() if participants is None else participants
    return [*_days_off(meeting), *_other_meetings(meeting, user, _regions(meeting.host, called))]


def _days_off(meeting: Meeting) -> list[str]:
    first, last = (timezone.localtime(moment).date() for moment in (meeting.starts_at, meeting.ends_at))
    last = min(last, first + timedelta(days=LONGEST))
    holidays = Holiday.objects.between(first, last)
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    closed = ((day, why_skipped(day, holidays)) for day in days)
    return [
        _("%(day)s bukan hari kerja: %(reason)s.") % {"day": long_date(day), "reason": reason}
        for day, reason in closed
        if reason
    ]


def _other_meetings(meeting: Meeting, user: AnyUser, regions: dict[int, Region]) -> list[str]:
    """Those at the same time that share a region or the place, nearest first."""
    rows = Meeting.objects.visible_to(user).going_on(meeting.starts_at, meeting.ends_at)
    rows = rows.exclude(pk=meeting.pk).for_list().prefetch_related("participants")
    found = []
    for other in rows.order_by("starts_at", "pk")[:200]:
        shared = regions.keys() & _regions(other.host, other.participants.all()).keys()
        reasons = [regions[key].full_name for key in sorted(shared)][:MOST]
        if meeting.place and _plain(meeting.place) == _plain(other.place):
            reasons.append(_("tempat yang sama"))
        if reasons:
            said = {"title": other.title, "when": other.schedule, "reasons": ", ".join(reasons)}
            found.append(_("Bersamaan dengan “%(title)s” (%(when)s): %(reasons)s.") % said)
    return found[:MOST]


def _regions(host: Region, participants: Iterable[Region]) -> dict[int, Region]:
    """Whoever has to be there: host and participants; an organiser may call two meetings at once."""
    return {region.pk: region for region in (host, *participants)}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
