"""When an optional clause fits a case: the conditions are data, the case gives the facts."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from agreements.naskah.library import ClauseText

FILE = Path(__file__).with_name("conditions.toml")
FACTS = ("third_party", "regions_only", "abroad", "many")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: a fact of the case that must be true, or a question somebody must have answered with yes."""

    code: str
    label: str
    fact: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a case says about itself: facts that are true, questions answered with yes."""

    true: frozenset[str] = frozenset()
    yes: frozenset[str] = frozenset()


@lru_cache
def conditions() -> dict[str, Condition]:
    """Every condition by its code; ValueError for one that names no known fact."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["condition"]
    found = [Condition(**row) for row in rows]
    odd = [row.code for row in found if bool(row.fact) == bool(row.answer) or row.fact not in ("", *FACTS)]
    if odd or len({row.code for row in found}) != len(found):
        raise ValueError(f"Syarat klausul tidak terbaca: {', '.join(odd) or 'kode berulang'}.")
    return {row.code: row for row in found}


def fits(codes: Iterable[str], facts: CaseFacts) -> bool:
    """Whether all these conditions hold; one nobody knows any more never holds."""
    known = conditions()
    return all(
        code in known and (known[code].fact in facts.true or known[code].answer in facts.yes)
        for code in codes
    )


def fitting(clauses: Iterable[ClauseText], facts: CaseFacts) -> list[ClauseText]:
    """The clauses that suit a case; obligatory ones always do."""
    return [row for row in clauses if not row.optional or fits(row.conditions, facts)]
