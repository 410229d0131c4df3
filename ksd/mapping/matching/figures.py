"""Figures of two rows beside each other: the same thing in units that can be converted, or not comparable at all."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ksd.mapping.matching.rows import Row
from ksd.mapping.matching.terms import is_weak, terms_in

_DATA: dict[str, Any] = tomllib.loads((Path(__file__).parent / "units.toml").read_text(encoding="utf-8"))
_SIZES: dict[str, tuple[str, float]] = {
    name: (kind, float(many)) for kind, units in _DATA["size"].items() for name, many in units.items()
}
_PER = re.compile(r"\s*/\s*|\s+per\s+|\s+se(?=hari|bulan|tahun)")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured, its kind of unit, and how much in base units."""

    thing: frozenset[str]
    unit: str
    amount: float


@lru_cache(maxsize=4096)
def unit_of(written: str) -> tuple[str, float]:
    """The kind of a unit as written and how many base units it is worth; an unknown one is a kind of its own."""
    above, *below = _PER.split(" ".join(written.casefold().split()).strip(" ."))
    worth, words = 1.0, above.split()
    while words and words[0] in _DATA["many"]:
        worth *= _DATA["many"][words.pop(0)]
    name = " ".join(words)
    kind, size = _SIZES.get(name, (name, 1.0))
    worth *= size
    for part in below:
        if part in _DATA["time"]:
            worth, kind = worth / _DATA["time"][part], f"{kind}/waktu"
        else:
            kind = f"{kind}/{part}"
    return kind, worth


@lru_cache(maxsize=65536)
def _thing(name: str) -> frozenset[str]:
    return frozenset(term for term, _word in terms_in(name) if not is_weak(term))


def measure_of(row: Row) -> Measure | None:
    """What a row measures, when it names the thing, the figure and the unit."""
    if row.figure is None or row.figure <= 0 or not row.unit.strip():
        return None
    thing = _thing(row.figure_name)
    if not thing:
        return None
    unit, worth = unit_of(row.unit)
    return Measure(thing, unit, row.figure * worth)
