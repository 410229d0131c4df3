"""Whom a period's news goes to."""

from collections.abc import Iterable

from ksd.accounts.access import recipients
from ksd.core import clock
from ksd.deadlines.services import notify
from ksd.mapping.models import Period
from ksd.mapping.services.access import FILL, MANAGE

KIND = "mapping"


def _key(period: Period, matter: str) -> str:
    # The moment is part of it: a period may be opened twice, and each time is news.
    return f"pemetaan:{period.pk}:{matter}:{clock.now():%Y%m%d%H%M%S}"


def tell_participants(
    period: Period,
    matter: str,
    title: str,
    *,
    body: str = "",
    regions: Iterable[int] | None = None,
    leads_nowhere: bool = False,
) -> int:
    """Tell those who fill in for the regions asked (or some of them); how many people.

    `leads_nowhere` when the page of the period is closed to them.
    """
    asked = period.answers.values_list("region_id", flat=True) if regions is None else regions
    return notify(
        users=recipients(list(asked), permissions=[FILL]), key=_key(period, matter), kind=KIND,
        title=title, body=body, link="" if leads_nowhere else period.get_absolute_url(),
    )  # fmt: skip


def tell_leaders(period: Period, matter: str, title: str, *, body: str = "") -> int:
    """Tell those who lead the mapping; how many people."""
    return notify(
        users=recipients([period.region_id], permissions=[MANAGE]), key=_key(period, matter), kind=KIND,
        title=title, body=body, link=period.get_absolute_url(),
    )  # fmt: skip
