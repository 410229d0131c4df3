"""What a sweep tells a person: one line per matter, from the terms themselves and from whoever watches them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from ksd.accounts.models import User
from ksd.deadlines.models import Deadline


@dataclass(frozen=True)
class Matter:
    """One thing one person is told of in a sweep: a sentence and the page it leads to."""

    user: User
    deadline: Deadline
    text: str
    link: str

    @property
    def urgency(self) -> tuple[date, int]:
        """What is due first comes first."""
        return (self.deadline.due_on, self.deadline.pk)


Source = Callable[[date], Iterable[Matter]]
_sources: list[Source] = []


def matter_source(function: Source) -> Source:
    """Ask this function in every sweep; it claims what it tells, inside the sweep's transaction."""
    _sources.append(function)
    return function


def gathered(day: date) -> list[Matter]:
    """What all sources tell on this day."""
    return [matter for source in _sources for matter in source(day)]
