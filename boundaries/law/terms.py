"""The terms the register begins with, read once and checked; from then on the Biro keeps them."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from boundaries.choices import SegmentKind, TermEvent, TermUnit
from ksd.core.words import long_date

TABLE = Path(__file__).with_name("terms.toml")
DAY_TYPES = ("calendar", "working")


@dataclass(frozen=True)
class TermSeed:
    """One term as a source gives it; without an amount nobody has read it in the text of the rule."""

    code: str
    label: str
    event: str
    unit: str
    day_type: str
    source: str
    verified: bool
    amount: int | None = None
    level: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


@cache
def term_seeds() -> tuple[TermSeed, ...]:
    """All rows, in the order of the table."""
    data = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return tuple(read_term(row) for row in data["term"])


def read_term(row: dict[str, Any]) -> TermSeed:
    """One row. Raises ValueError naming what is wrong with it."""
    seed = TermSeed(**row)
    faults = [
        seed.event not in TermEvent.values and f"a known event, not {seed.event}",
        seed.unit not in TermUnit.values and f"a known unit, not {seed.unit}",
        seed.day_type not in DAY_TYPES and f"a known kind of days, not {seed.day_type}",
        seed.level not in {"", *SegmentKind.values} and f"a known level, not {seed.level}",
        seed.amount is not None and seed.amount < 1 and "an amount of one or more",
        seed.verified and not (seed.source and seed.amount) and "its source and amount while verified",
        seed.amount is not None and not seed.source and "the source of its amount",
        seed.valid_from and seed.valid_to and seed.valid_to < seed.valid_from and _backwards(seed.valid_to),
    ]
    found = [str(fault) for fault in faults if fault]
    if found:
        raise ValueError(f"terms.toml: {seed.code} needs {'; '.join(found)}")
    return seed


def _backwards(end: date) -> str:
    return f"an end after its beginning, not {long_date(end)}"
