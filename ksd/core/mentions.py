"""Where else in the house a thing is spoken of; higher floors register themselves, lower ones never ask for them by name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model


@dataclass(frozen=True)
class Mention:
    """One place that treats it: a meeting with its agenda item, a decision, the row of a mapping it was born from."""

    title: str
    url: str
    on: date | None = None
    text: str = ""


# From a person and a thing to the places that person may see.
Source = Callable[[Any, Any], Iterable[Mention]]
_sources: dict[type[Model], list[Source]] = {}


def mention_source(kind: type[Model]) -> Callable[[Source], Source]:
    """Ask this function for every thing of this kind that is shown; it tells only what the person may see."""

    def register(function: Source) -> Source:
        _sources.setdefault(kind, []).append(function)
        return function

    return register


def mentions_of(user: Any, thing: Model) -> list[Mention]:
    """All places the person may see that treat the thing, the latest first."""
    found = [mention for source in _sources.get(type(thing), ()) for mention in source(user, thing)]
    return sorted(found, key=lambda mention: mention.on or date.min, reverse=True)
