"""Waiting for so long and no longer."""

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class PatienceLost(BaseException):
    """The work took longer than it was given."""


def _lose_patience(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise PatienceLost


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise PatienceLost after so many seconds; only the main thread can, elsewhere nothing happens."""
    if seconds <= 0 or threading.current_thread() is not threading.main_thread():
        yield
        return
    handler = signal.signal(signal.SIGALRM, _lose_patience)
    started = time.monotonic()
    left, interval = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)
        if left:  # somebody's own timer ran: let it ring when it would have
            signal.setitimer(signal.ITIMER_REAL, max(0.001, left - (time.monotonic() - started)), interval)
