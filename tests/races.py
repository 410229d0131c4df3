"""Acts at the same moment, each in a thread with a connection of its own (PostgreSQL: they need row locks)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from threading import Barrier

from django.db import connections

from ksd.core import clock
from ksd.core.errors import DomainError
from tests import factories

RUNNERS = 4
Moment = date | datetime


def at_once(act: Callable[[], object]) -> list[str]:
    """Run one act by four hands at the same moment; what each was told ("" when it succeeded)."""
    return together(*[act] * RUNNERS)


def together(*acts: Callable[[], object], moment: Moment = factories.TODAY) -> list[str]:
    """Run different acts at the same moment; what each was told ("" when it succeeded)."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], object]) -> str:
        try:
            with clock.frozen(moment):
                barrier.wait(timeout=10)
                act()
        except DomainError as refusal:
            return str(refusal)
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))
