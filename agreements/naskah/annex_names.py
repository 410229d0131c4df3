"""Each lampiran of a text as a part of its own, with a name that does not change with its place.

A lampiran has no code as a Pasal has: it is found again by its words, and references to it follow its name.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from agreements.naskah.matching import same_annexes
from agreements.naskah.parts import ANNEXES, ORDER, PASAL, Parts, each_text
from agreements.naskah.structure import Annex, annexes_from_json

ANNEX, ANNEX_ORDER = "lampiran-", "urutan-lampiran"
# The order a text has its parts in, and how the names of those parts begin.
ORDERS = {ORDER: PASAL, ANNEX_ORDER: ANNEX}
POINTS = re.compile(r"\{lampiran:(\d+)\}")
# No text of ours holds this sign, so that nobody can type such a reference.
NAMED = re.compile(r"\{lampiran:\x00(\d+)\}")


class AnnexNames:
    """Names for the lampiran of several wordings of one text; those of the first wording are called by their numbers."""

    def __init__(self, first: Sequence[Any]) -> None:
        self._first = annexes_from_json(first)
        self._more: list[Annex] = []

    def of(self, rows: Sequence[Any], known: Mapping[int, int] | None = None) -> list[str]:
        """The name of each lampiran; `known` tells of some which one of the first wording they are."""
        annexes = annexes_from_json(rows)
        found = same_annexes(self._first, annexes, known)
        new: list[Annex] = []
        names = []
        for at, annex in enumerate(annexes):
            if at not in found:
                new.append(annex)
            names.append(str(found[at] + 1) if at in found else self._new(annex, new.count(annex)))
        return names

    def _new(self, annex: Annex, nth: int) -> str:
        """Two who put in the very same lampiran put in one; the same one twice in one wording is two."""
        same = [at for at, row in enumerate(self._more) if row == annex]
        if nth > len(same):
            same.append(len(self._more))
            self._more.append(annex)
        return str(len(self._first) + same[nth - 1] + 1)


def split(parts: Mapping[str, Any], names: Sequence[str], points: Sequence[str]) -> Parts:
    """The pieces with every lampiran on its own; `points` are the names its references mean by their numbers."""
    result: Parts = {key: content for key, content in parts.items() if key != ANNEXES}
    result |= {ANNEX_ORDER: list(names)}
    result |= {ANNEX + name: row for name, row in zip(names, parts[ANNEXES], strict=True)}
    return {key: pointed(content, points) for key, content in result.items()}


def joined(parts: Parts) -> Parts:
    """The pieces of a text again: lampiran as one list, references by number, nothing that stands in no order."""
    order = parts[ANNEX_ORDER]
    held = {prefix + code for key, prefix in ORDERS.items() for code in parts[key]}
    result = {
        key: numbered(content, order)
        for key, content in parts.items()
        if key != ANNEX_ORDER and (key in held or not key.startswith(tuple(ORDERS.values())))
    }
    rows = [result.pop(ANNEX + name) for name in order]
    return result | {ANNEXES: rows}


def pointed(content: Any, names: Sequence[str]) -> Any:
    """A part whose references name what they mean by number."""

    def named(found: re.Match[str]) -> str:
        number = int(found[1]) if len(found[1]) < 5 else 0
        return f"{{lampiran:\0{names[number - 1]}}}" if 0 < number <= len(names) else found[0]

    return each_text(content, lambda text: POINTS.sub(named, text))


def numbered(content: Any, names: Sequence[str]) -> Any:
    """A part whose references give the number again; one to a lampiran that is gone leads nowhere."""

    def number(found: re.Match[str]) -> str:
        return f"{{lampiran:{names.index(found[1]) + 1 if found[1] in names else 0}}}"

    return each_text(content, lambda text: NAMED.sub(number, text))
