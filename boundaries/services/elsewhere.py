"""Where else in the house a segment is spoken of; higher floors register themselves, this one never asks for them by name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from boundaries.models import Segment
from ksd.accounts.access import AnyUser


@dataclass(frozen=True)
class Mention:
    """One place that treats a segment: a meeting with its agenda item, a decision, a follow-up."""

    title: str
    url: str
    on: date | None = None
    text: str = ""


Source = Callable[[AnyUser, Segment], Iterable[Mention]]
_sources: list[Source] = []


def mention_source(function: Source) -> Source:
    """Ask this function for every segment shown; it tells only what the person may see."""
    _sources.append(function)
    return function


def mentions_of(user: AnyUser, segment: Segment) -> list[Mention]:
    """All places the person may see that treat the segment, the latest first."""
    found = [mention for source in _sources for mention in source(user, segment)]
    return sorted(found, key=lambda mention: mention.on or date.min, reverse=True)
