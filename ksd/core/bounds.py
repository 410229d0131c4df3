"""How long and how large one piece of work may become before it is stopped, so that it harms nobody else's."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ksd.core.patience import PatienceLost, patience

MEGABYTE = 1024 * 1024


class TooDear(Exception):  # noqa: N818  it is a fact about the work, no error of ours
    """The work took longer or grew larger than it may."""


@contextmanager
def bounded(*, seconds: float, megabytes: int) -> Iterator[None]:
    """Stop the block after so many seconds, or once it asks for so much more memory than there was before it.

    The clock rings in the main thread only, which is where a worker does its jobs. Raises TooDear.
    """
    try:
        with patience(seconds), _memory(megabytes * MEGABYTE):
            yield
    except PatienceLost:
        raise TooDear(f"longer than {seconds:.0f} seconds") from None
    except (MemoryError, RecursionError) as error:
        raise TooDear(f"larger than {megabytes} MB: {error!r}"[:200]) from None


@contextmanager
def _memory(more: int) -> Iterator[None]:
    """Lower the process's own ceiling while the block runs; another limit that is lower already stays."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    ceiling = _used() + more
    if soft != resource.RLIM_INFINITY and soft <= ceiling:
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (ceiling, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _used() -> int:
    """Bytes of address space this process has taken."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()
