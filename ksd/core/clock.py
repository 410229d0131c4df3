"""The one clock of KSD: every "now" and "today" is asked here, so that tests may stop it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time

from django.utils import timezone

_stopped: ContextVar[datetime | None] = ContextVar("ksd_clock", default=None)


def now() -> datetime:
    """Return the present moment, aware of its time zone."""
    return _stopped.get() or timezone.now()


def today() -> date:
    """Return today's date in the time zone of the office."""
    return timezone.localtime(now()).date()


@contextmanager
def frozen(moment: date | datetime) -> Iterator[datetime]:
    """Stop the clock; a bare date means nine in the morning local time."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(9))
    if timezone.is_naive(moment):
        moment = timezone.make_aware(moment)
    token = _stopped.set(moment)
    try:
        yield moment
    finally:
        _stopped.reset(token)
