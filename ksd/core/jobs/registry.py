"""Which function does which kind of job, and who else may look at it."""

from collections.abc import Callable
from typing import Any

from ksd.core.models import Job, StoredFile

Report = Callable[[int, str], None]
Handler = Callable[[Job, Report], StoredFile | None]
Viewer = Callable[[Any, Job], bool]

_handlers: dict[str, Handler] = {}
_viewers: dict[str, Viewer] = {}


def job_handler(kind: str) -> Callable[[Handler], Handler]:
    """Name the function that does jobs of this kind; it may be called again after a crash."""

    def register(function: Handler) -> Handler:
        _handlers[kind] = function
        return function

    return register


def job_viewer(kind: str) -> Callable[[Viewer], Viewer]:
    """Name the question that tells who, besides the asker, may see jobs of this kind."""

    def register(function: Viewer) -> Viewer:
        _viewers[kind] = function
        return function

    return register


def is_known(kind: str) -> bool:
    """Tell whether somebody does jobs of this kind."""
    return kind in _handlers


def handler(kind: str) -> Handler:
    """Return the function for a kind of job."""
    return _handlers[kind]


def may_view(user: Any, job: Job) -> bool:
    """Tell whether a person may see a job: the asker, or whom the kind's own rule admits."""
    if not getattr(user, "is_authenticated", False):
        return False
    if job.created_by_id is not None and job.created_by_id == user.pk:
        return True
    viewer = _viewers.get(job.kind)
    return viewer is not None and viewer(user, job)
