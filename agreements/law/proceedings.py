"""What may happen beside the stages of a case: disputes, take-over, consultation, secretariat, aid; read from data."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from agreements.law.configuration import Place
from agreements.law.errors import PackError
from agreements.law.reading import Reader
from agreements.law.schema import pick
from agreements.law.validation.articles import PLACE
from agreements.law.vocabulary import PERMISSIONS

SOURCE = Path(__file__).parent / "data" / "proceedings.toml"
Within = Literal["", "satu_provinsi", "lainnya"]


@dataclass(frozen=True)
class ProceedingStep:
    """One step: who takes it, by which paper, what may follow; without `next` it closes the proceeding."""

    code: str
    label: str
    by: str
    permission: str
    paper: str
    article: str = ""
    internal: bool = False
    within: Within = ""
    next: tuple[str, ...] = ()
    minutes: bool = False
    amount: bool = False
    help: str = ""

    def serves(self, within: Within) -> bool:
        """Whether parties so placed know the step."""
        return self.within in ("", within)


@dataclass(frozen=True)
class ProceedingRule:
    """One kind of proceeding with its steps in the order of the law."""

    code: str
    label: str
    help: str
    first: tuple[str, ...]
    steps: tuple[ProceedingStep, ...]
    kinds: tuple[str, ...] = ()
    article: str = ""
    internal: bool = False

    def step(self, code: str) -> ProceedingStep:
        """The step with this code. Raises KeyError."""
        return pick(self.steps, code)

    def following(self, code: str, within: Within) -> tuple[ProceedingStep, ...]:
        """The steps that may follow one (the first ones after an empty code) for parties so placed."""
        codes = self.step(code).next if code else self.first
        return tuple(step for step in map(self.step, codes) if step.serves(within))


@dataclass(frozen=True)
class ProceedingBook:
    """Every kind of proceeding, and the regulations their articles may name."""

    bases: tuple[str, ...]
    proceedings: tuple[ProceedingRule, ...]


@lru_cache(maxsize=1)
def proceedings() -> tuple[ProceedingRule, ...]:
    """Every kind of proceeding. Raises PackError with every fault of the file."""
    return read_proceedings(SOURCE.read_text(encoding="utf-8")).proceedings


def proceeding(code: str) -> ProceedingRule:
    """The kind of proceeding with this code. Raises KeyError."""
    return pick(proceedings(), code)


def proceedings_for(kind: str) -> tuple[ProceedingRule, ...]:
    """The proceedings a case of this kind may need."""
    return tuple(row for row in proceedings() if not row.kinds or kind in row.kinds)


def read_proceedings(text: str) -> ProceedingBook:
    """A checked book from TOML text. Raises PackError."""
    reader = Reader()
    book = reader.table(ProceedingBook, tomllib.loads(text), "proceedings")
    faults = [*reader.faults, *(fault for rule in book.proceedings for fault in _faults(book, rule))]
    if faults:
        raise PackError("proceedings", dict.fromkeys(faults))
    return book


def _faults(book: ProceedingBook, rule: ProceedingRule) -> Iterator[str]:
    """Steps nobody reaches or knows, permissions there are not, articles that are none."""
    known = {step.code for step in rule.steps}
    reached = {code for step in rule.steps for code in step.next} | set(rule.first)
    yield from (f"{rule.code}: langkah '{code}' tidak ada" for code in sorted(reached - known))
    yield from (f"{rule.code}: langkah '{code}' tidak pernah tercapai" for code in sorted(known - reached))
    if all(step.next for step in rule.steps):
        yield f"{rule.code}: tidak ada langkah yang menyelesaikannya"
    rows: tuple[ProceedingRule | ProceedingStep, ...] = (rule, *rule.steps)
    for row in rows:
        yield from _uncited(book, f"{rule.code}/{row.code}", row)
    for step in rule.steps:
        if step.permission not in PERMISSIONS:
            yield f"{rule.code}/{step.code}: izin '{step.permission}' tidak ada"


def _uncited(book: ProceedingBook, where: str, row: ProceedingRule | ProceedingStep) -> Iterator[str]:
    if row.internal == bool(row.article):
        yield f"{where}: sebutkan pasalnya, atau tandai internal = true"
    for part in filter(None, row.article.split("; ")):
        found = PLACE.fullmatch(part)
        if not found or found[1] not in book.bases:
            yield f"{where}: '{part}' bukan sebutan pasal yang dikenal"


def within_of(places: Sequence[Place]) -> Within:
    """Whether all parties are kabupaten/kota of one province, which decides who settles and who takes over."""
    one = len({place.province for place in places}) == 1
    return "satu_provinsi" if one and all(place.level == "kabupaten_kota" for place in places) else "lainnya"
