"""Office practice that holds for every kind of cooperation: evaluation forms, and settings no pack owns. Never law."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from agreements.law.errors import PackError
from agreements.law.reading import Reader
from agreements.law.schema import Setting, pick

FILE = Path(__file__).parent / "practice.toml"


@dataclass(frozen=True)
class EvaluationForm:
    """Who answers one form of an evaluation; the one that `closes` also consolidates."""

    code: str
    label: str
    help: str
    side: Literal["initiator", "any"]
    roles: tuple[str, ...]
    required: bool
    internal: bool
    closes: bool = False


@dataclass(frozen=True)
class Criterion:
    """One thing an evaluation rates, and the forms that ask it."""

    code: str
    label: str
    help: str
    forms: tuple[str, ...]
    internal: bool


@dataclass(frozen=True)
class Practice:
    """The whole of it."""

    forms: tuple[EvaluationForm, ...]
    criteria: tuple[Criterion, ...]
    settings: tuple[Setting, ...]

    def form(self, code: str) -> EvaluationForm:
        """The form with this code. Raises KeyError when there is none."""
        return pick(self.forms, code)

    def asked_of(self, form: str) -> tuple[Criterion, ...]:
        """What a form asks, in order."""
        return tuple(row for row in self.criteria if form in row.forms)

    @property
    def closing(self) -> EvaluationForm:
        """The form of those who consolidate and close."""
        return next(row for row in self.forms if row.closes)


@lru_cache(maxsize=1)
def practice() -> Practice:
    """The practice of the office, checked. Raises PackError with every fault."""
    return read_practice(FILE.read_text(encoding="utf-8"))


def read_practice(text: str) -> Practice:
    """Practice from TOML text, checked."""
    reader = Reader()
    found = reader.table(Practice, tomllib.loads(text), "practice")
    faults = [*reader.faults, *_faults(found)]
    if faults:
        raise PackError("practice", faults)
    return found


def _faults(found: Practice) -> Iterator[str]:
    """Forms that ask nothing, criteria of unknown forms, practice that poses as law."""
    known = [form.code for form in found.forms]
    if sum(form.closes for form in found.forms) != 1:
        yield "forms: tepat satu formulir menutup evaluasi (closes = true)"
    for form in found.forms:
        if not found.asked_of(form.code):
            yield f"forms[{form.code}]: tidak menanyakan apa pun"
    for row in found.criteria:
        yield from (
            f"criteria[{row.code}].forms: '{code}' tidak ada" for code in row.forms if code not in known
        )
    yield from (f"forms[{form.code}]: harus internal = true" for form in found.forms if not form.internal)
    yield from (f"criteria[{row.code}]: harus internal = true" for row in found.criteria if not row.internal)
