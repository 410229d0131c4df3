"""What an addendum does to the Pasal of another text, told by the codes of its own Pasal.

`ubah__<clause>` gives a Pasal new words, `hapus__<clause>` takes it out, `tambah__<clause>__<n>` puts a new one
behind it. So the wording the parties locked and signed is all there is to know about a change.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

REPLACE, ADD, REMOVE = "ubah", "tambah", "hapus"
CODE = re.compile(rf"({REPLACE}|{ADD}|{REMOVE})__([a-z0-9_]+?)(?:__(\d+))?")
# Behind the last Pasal, also of an old paper whose Pasal were never typed.
LAST = "akhir"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: what is done to which Pasal; `number` tells several new ones behind one Pasal apart."""

    what: str
    clause: str
    number: int = 0


def change_of(code: str) -> Change | None:
    """The change a Pasal of an addendum makes; None for one that only speaks about the addendum itself."""
    found = CODE.fullmatch(code)
    if not found:
        return None
    return Change(found[1], found[2], int(found[3] or 0))


def code_of(what: str, clause: str, taken: Collection[str]) -> str:
    """The code of a change; a new Pasal takes the first free number."""
    if what != ADD:
        return f"{what}__{clause}"
    numbers = range(1, len(taken) + 2)
    return next(code for n in numbers if (code := f"{ADD}__{clause}__{n}") not in taken)


def heading_between(heading: str, present: Collection[str]) -> str:
    """The heading of a Pasal put behind another one: behind Pasal 3 stands Pasal 3A, then Pasal 3B."""
    base = heading.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    letters = (chr(ord("A") + step) for step in range(26))
    return next((name for letter in letters if (name := f"{base}{letter}") not in present), f"{base}Z")
