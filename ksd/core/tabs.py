"""The pages of one thing, as tabs."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Tab:
    """A page of one thing as the tabs show it."""

    label: str | Promise
    url: str
    current: bool


def tabs_to(pages: Iterable[tuple[str, str | Promise]], key: str, current: str) -> list[Tab]:
    """Tabs of pages (name of the address, label) that a thing's key leads to; `current` is the name of the one shown."""
    return [Tab(label, reverse(name, args=[key]), name == current) for name, label in pages]
