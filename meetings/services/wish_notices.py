"""Telling the two sides of a wish about it; what is stored for others is Indonesian, whoever acted."""

from ksd.accounts.access import recipients
from ksd.core import clock
from ksd.deadlines.services import notify
from meetings.models import BacklogItem
from meetings.querysets import ANSWERING
from meetings.services.access import PERMISSION

KIND = "rapat"


def tell_organiser(wish: BacklogItem, what: str, title: str) -> int:
    """Tell those who manage the meeting; for a wish without one, the Biro above the region. How many were told."""
    home = wish.region.parent if wish.region.level > 1 else wish.region
    place = wish.meeting.organiser if wish.meeting else home or wish.region
    return _tell(wish, [place.pk], PERMISSION, what, title)


def tell_region(wish: BacklogItem, what: str, title: str) -> int:
    """Tell those who answer for the region that wished it; how many were told."""
    return _tell(wish, [wish.region_id], ANSWERING, what, title)


def _tell(wish: BacklogItem, places: list[int], permission: str, what: str, title: str) -> int:
    body = [
        f"Usul {wish.region.full_name}: “{wish.title}”.",
        f"Rapat: {wish.meeting.title}." if wish.meeting else "",
        f"Jawaban penyelenggara: {wish.reply}" if wish.reply else "",
    ]
    return notify(
        users=recipients(places, permissions=[permission]),
        key=f"usul-acara-{wish.pk}-{what}-{wish.meeting_id or 0}-{clock.now():%Y%m%d%H%M%S%f}",
        kind=KIND,
        title=f"{title}: {wish.title}"[:200],
        body=" ".join(part for part in body if part),
        link=wish.get_absolute_url(),
    )
