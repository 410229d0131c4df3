"""The cards of a row's page: each a template and the function that gathers what it shows.

A card is added by one line in CARDS. The template finds `row`, `card` (what was gathered) and the request;
a function that gives None leaves its card out. A card brings its own links and forms.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from ksd.mapping.models import MappingRow
from ksd.mapping.services.row_words import label_of
from ksd.mapping.views.case_cards import cases_card
from ksd.mapping.views.match_card import match_card
from ksd.mapping.views.triage_cards import comments_card, triage_card

Gather = Callable[[HttpRequest, MappingRow], dict[str, Any] | None]


@dataclass(frozen=True)
class Card:
    """One card as the page shows it."""

    template: str
    content: dict[str, Any]


def _history(_request: HttpRequest, row: MappingRow) -> dict[str, Any]:
    """Who wrote, changed, sent or judged the row, the newest first."""
    events = list(row.events.select_related("actor"))
    for event in events:
        event.before = {label_of(name): old for name, old in event.before.items()}
    return {"events": events}


# In the order of the page.
CARDS: tuple[tuple[str, Gather], ...] = (
    ("mapping/triage/_triage_card.html", triage_card),
    ("mapping/cases/_card.html", cases_card),
    ("mapping/matches/_card.html", match_card),
    ("mapping/triage/_comments_card.html", comments_card),
    ("mapping/rows/_history.html", _history),
)


def cards_of(request: HttpRequest, row: MappingRow) -> list[Card]:
    """The cards of a row for this person."""
    gathered = [(template, gather(request, row)) for template, gather in CARDS]
    return [Card(template, content) for template, content in gathered if content is not None]
