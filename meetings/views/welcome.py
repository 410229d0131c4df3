"""Who was let into a meeting a moment ago: in the room everybody asks every other second, and asking costs most."""

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from django.http import Http404, HttpRequest

from ksd.core.memory import keep_newest
from meetings.models import Meeting
from meetings.querysets import MeetingQuerySet

Found = TypeVar("Found")
# Whether a person may read a meeting costs more than the answer to a poll; it is asked every so many seconds.
SECONDS = 20.0
_MOST = 4096
_until: dict[tuple[int | None, str], float] = {}


def found_in_room(http: HttpRequest, public_id: str, ask: Callable[[MeetingQuerySet], Found | None]) -> Found:
    """What is asked of a meeting the person may read; 404 for a stranger.

    Whoever was seen to have the right is not asked anew for some seconds.
    """
    who = (http.user.pk, public_id)
    known = _until.get(who, 0.0) > monotonic()
    rows = Meeting.objects.filter(public_id=public_id)
    found = ask(rows if known else rows.visible_to(http.user))
    if found is None:
        raise Http404
    if not known:
        keep_newest(_until, who, monotonic() + SECONDS, _MOST)
    return found


def meeting_in_room(http: HttpRequest, public_id: str) -> Meeting:
    """The meeting itself, for an act in the room; what the person may do there is the act's own question."""
    return found_in_room(http, public_id, lambda rows: rows.for_list().first())
