"""Two people's changes to one body put together piece by piece; what both changed is never chosen by the machine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from agreements.naskah.parts import ANNEXES, ORDER, PASAL, Parts


@dataclass(frozen=True, slots=True)
class Mine:
    """One piece as somebody wrote it, and the pieces of the version it was written on; None means taken out."""

    key: str
    content: Any
    base: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Clash:
    """A piece two people changed differently; None where one of them took it out."""

    key: str
    base: Any
    theirs: Any
    mine: Any


@dataclass
class Merged:
    """The pieces put together, those that came from the writer, and the clashes left for a person."""

    parts: Parts
    changed: list[str] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)


def merge(newest: Mapping[str, Any], mine: list[Mine]) -> Merged:
    """The newest pieces with mine laid over them, where nobody else changed the same piece meanwhile."""
    result = Merged(dict(newest))
    order = next((row for row in mine if row.key == ORDER), None)
    written = {row.key for row in mine}
    for row in mine:
        if row.key != ORDER:
            _take(result, newest, row)
    if order is not None:
        _take_order(result, newest, order, written)
    _drop_orphans(result)
    return result


def _take(result: Merged, newest: Mapping[str, Any], mine: Mine) -> None:
    base, theirs = mine.base.get(mine.key), newest.get(mine.key)
    if mine.content in (base, theirs):
        return
    if theirs == base and mine.content is not None:
        result.parts[mine.key] = mine.content
        result.changed.append(mine.key)
        return
    if theirs == base:
        return  # taken out, having seen these very words: the order leaves it out
    both = _annexes_together(base, theirs, mine.content) if mine.key == ANNEXES else None
    if both is None:
        result.clashes.append(Clash(mine.key, base, theirs, mine.content))
        return
    result.parts[mine.key] = both
    result.changed.append(mine.key)


def _annexes_together(base: Any, theirs: Any, mine: Any) -> list[Any] | None:
    """Lampiran one by one, when nobody added or took out one; None when the same one was changed twice."""
    if base is None or not len(base) == len(theirs) == len(mine):
        return None
    rows = list(zip(base, theirs, mine, strict=True))
    if any(b not in (t, m) and t != m for b, t, m in rows):
        return None
    return [m if t == b else t for b, t, m in rows]


def _take_order(result: Merged, newest: Mapping[str, Any], mine: Mine, written: set[str]) -> None:
    """Pasal put in, taken out and moved by both."""
    base, theirs = list(mine.base.get(ORDER, ())), list(newest[ORDER])
    wanted = list(mine.content)
    for code in [row for row in base if row not in wanted and row in theirs]:
        key = PASAL + code
        if newest.get(key) != mine.base.get(key) and key not in written:
            result.clashes.append(Clash(key, mine.base.get(key), newest.get(key), None))
    gone = {row for row in base if row not in wanted or row not in theirs}
    together = _orders_together(
        *([row for row in rows if row not in gone] for rows in (base, theirs, wanted))
    )
    if together is None:
        result.clashes.append(Clash(ORDER, base, theirs, wanted))
        return
    if together != theirs:
        result.parts[ORDER] = together
        result.changed.append(ORDER)


def _orders_together(base: list[str], theirs: list[str], mine: list[str]) -> list[str] | None:
    """One order out of two; None when both moved the same Pasal about differently."""
    common = [row for row in base if row in theirs and row in mine]
    ours, other = ([row for row in rows if row in common] for rows in (mine, theirs))
    if ours not in (common, other) and other != common:
        return None
    frame, guest = (theirs, mine) if ours == common else (mine, theirs)
    result = list(frame)
    for place, code in enumerate(guest):
        if code not in result:
            before = next((row for row in reversed(guest[:place]) if row in result), None)
            result.insert(result.index(before) + 1 if before else 0, code)
    return result


def _drop_orphans(result: Merged) -> None:
    """A Pasal somebody else took out while I rewrote it is a clash; one nobody asks for is left out."""
    held = {clash.key for clash in result.clashes}
    for key in [row for row in result.parts if row.startswith(PASAL)]:
        if key.removeprefix(PASAL) not in result.parts[ORDER] and key not in held:
            del result.parts[key]
