"""Specimens: a whole small naskah of each kind, into whose slots the examples of the rules are put."""

import re
import tomllib
from functools import lru_cache
from itertools import count
from pathlib import Path

from agreements.naskah.checks.rulebook import CheckRule

SPECIMENS = Path(__file__).with_name("specimens.toml")


@lru_cache
def slots(kind: str) -> dict[str, str]:
    """The slots of the specimen of a kind, in their order."""
    data: dict[str, dict[str, str]] = tomllib.loads(SPECIMENS.read_text(encoding="utf-8"))
    return data[kind]


def text_of(kind: str, **changed: str) -> str:
    """A specimen as text, with some slots changed; "Pasal #" gets its number."""
    rows = {**slots(kind), **changed}
    numbers = count(1)
    text = "\n".join(value for value in rows.values() if value)
    return re.sub(r"^Pasal #$", lambda _found: f"Pasal {next(numbers)}", text, flags=re.MULTILINE)


def example(rule: CheckRule, words: str) -> str:
    """The specimen that shows an example of a rule; of several slots the first takes the words, the others fall away."""
    first, *rest = rule.slot.split()
    foreign = {first, *rest} - set(slots(rule.kind))
    if foreign:
        raise ValueError(f"{rule.code}: celah {foreign} tidak ada dalam contoh {rule.kind}")
    return text_of(rule.kind, **{first: words}, **dict.fromkeys(rest, ""))
