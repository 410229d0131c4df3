"""What a source of suggestions is asked, and what it answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ksd.accounts.models import User
from meetings.models import Meeting
from regions.models import Region

# A source gives no more than so many lines: an agenda is chosen from them by a person.
MOST = 30
TITLE, REASON = 300, 500
YEAR = 365


@dataclass(frozen=True)
class Scope:
    """For which meeting, for whose eyes, about which regions, on which day, with which weights."""

    meeting: Meeting
    user: User
    regions: frozenset[int]
    day: date
    weights: Mapping[str, int]


@dataclass(frozen=True)
class Line:
    """One proposal: its key ("tindak_lanjut:12") enters an agenda once; `urgency` from 0 to 1 doubles its weight."""

    key: str
    title: str
    reason: str
    url: str
    weight: int
    urgency: float = 0.0
    case: int | None = None
    segment: int | None = None
    follow_up: int | None = None
    region: Region | None = None
    label: str = field(default="", compare=False)

    @property
    def score(self) -> int:
        """What ranks it: the office's weight, up to doubled by how urgent it is."""
        return round(self.weight * (1 + max(0.0, min(1.0, self.urgency))))


Source = Callable[[Scope], list[Line]]


def share_of_year(days: int) -> float:
    """Days as a part of a year, at most the whole of it."""
    return max(0.0, min(1.0, days / YEAR))


def short(text: str, most: int) -> str:
    """A text on one line, cut at a word."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"
