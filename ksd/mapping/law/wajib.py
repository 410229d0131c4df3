"""The test of Kerja Sama Wajib (Pasal 364 ayat (1) UU 23/2014) and the verdicts of a row, read from data."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ksd.mapping.choices import Answer, RowVerdict

FILE = Path(__file__).parent / "wajib.toml"


@dataclass(frozen=True)
class Question:
    """One question of the test; `internal` when its use here is an office guide, `prefill` names its data."""

    code: str
    condition: str
    text: str
    article: str
    internal: bool = False
    help: str = ""
    prefill: str = ""


@dataclass(frozen=True)
class Condition:
    """One of the things the law asks for together, answered through its questions."""

    code: str
    label: str
    article: str

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that speak of it."""
        return tuple(row for row in questions() if row.condition == self.code)

    def standing(self, answers: Mapping[str, str]) -> Answer:
        """Met by one yes, not met when all say no, else not known: a reading to suggest from, never a verdict."""
        given = [answers.get(row.code, Answer.UNKNOWN) for row in self.questions]
        if Answer.YES in given:
            return Answer.YES
        return Answer.NO if all(answer == Answer.NO for answer in given) else Answer.UNKNOWN


@dataclass(frozen=True)
class VerdictRule:
    """What a verdict rests on: whom it needs as partner, which conditions, and what may be started from it."""

    code: str
    article: str = ""
    internal: bool = False
    kinds: tuple[str, ...] = ()
    partner: str = ""
    conditions: str = ""
    tested: bool = False
    elsewhere: bool = False
    help: str = ""

    @property
    def label(self) -> str:
        """The verdict as people read it."""
        return str(RowVerdict(self.code).label)

    def follows(self, standings: Iterable[Answer]) -> bool:
        """Whether the answers speak for it; a verdict that names no conditions asks for none."""
        given = list(standings)
        if self.conditions == "semua":
            return all(answer == Answer.YES for answer in given)
        return self.conditions != "ada_tidak" or Answer.NO in given


@dataclass(frozen=True)
class Sign:
    """Words in a partner's name that tell its class, where no register does: an office guide."""

    partner_class: str
    words: tuple[str, ...]

    def found_in(self, name: str) -> str:
        """The first of the words that stands in a name, or nothing."""
        folded = name.casefold()
        return next((word for word in self.words if re.search(rf"\b{re.escape(word)}\b", folded)), "")


@cache
def _data() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def questions() -> tuple[Question, ...]:
    """Every question, in the order it is asked."""
    return tuple(Question(**row) for row in _data()["question"])


@cache
def conditions() -> tuple[Condition, ...]:
    """What must be met together."""
    return tuple(Condition(**row) for row in _data()["condition"])


@cache
def verdicts() -> tuple[VerdictRule, ...]:
    """Every verdict a person may give."""
    return tuple(VerdictRule(**{**row, "kinds": tuple(row.get("kinds", ()))}) for row in _data()["verdict"])


@cache
def signs() -> tuple[Sign, ...]:
    """The words in names, in the order they are looked for."""
    return tuple(Sign(row["partner_class"], tuple(row["words"])) for row in _data()["sign"])


def verdict_rule(code: str) -> VerdictRule | None:
    """The rule of this verdict; None for a code that is none."""
    return next((row for row in verdicts() if row.code == code), None)


def standings(answers: Mapping[str, str]) -> list[tuple[Condition, Answer]]:
    """Each condition with what the answers say of it."""
    return [(row, row.standing(answers)) for row in conditions()]


def is_answered(answers: Mapping[str, str]) -> bool:
    """Whether every question has an answer, not known being one."""
    return all(answers.get(row.code) for row in questions())
