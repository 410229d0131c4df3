"""Where a proposal belongs that is not a kerja sama daerah: the office's guide as data, never shown as law."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "triage.toml"


@dataclass(frozen=True)
class Destination:
    """One place a proposal may belong to; a yes to its `question` sends it there.

    `article` is the law that leaves the matter to its own rules, empty where none was read; all else is practice.
    """

    code: str
    label: str
    belongs: str
    rule: str
    source: str
    question: str = ""
    article: str = ""

    @property
    def words(self) -> str:
        """Where to go, as one line of the history."""
        return f"{self.label}: {self.belongs} ({self.rule})"


@cache
def destinations() -> tuple[Destination, ...]:
    """Every destination, in the order the questions are asked."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(Destination(**row) for row in data["destination"])


def questions() -> tuple[Destination, ...]:
    """The destinations that ask a question."""
    return tuple(row for row in destinations() if row.question)


def destination(code: str) -> Destination | None:
    """The destination of this code, None for one no longer in the list."""
    return next((row for row in destinations() if row.code == code), None)


def sent_to(answers: Mapping[str, bool]) -> Destination | None:
    """The first destination answered with yes; None when the proposal goes on as a kerja sama daerah."""
    return next((row for row in questions() if answers.get(row.code)), None)
