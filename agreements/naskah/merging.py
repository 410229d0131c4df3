"""Words come back to a text that went on meanwhile, from a second editor or from Word: a three-way merge by part.

What only one side changed is taken; what both changed is left to a person.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from agreements.naskah.annex_names import (
    ANNEX,
    ANNEX_ORDER,
    ORDERS,
    AnnexNames,
    joined,
    numbered,
    pointed,
    split,
)
from agreements.naskah.parts import ANNEXES, BASES, ORDER, PASAL, RECITALS, Parts
from agreements.naskah.sentences import label_of
from ksd.core.words import roman

ADDED, REMOVED, CHANGED, MOVED = "tambah", "hapus", "ubah", "pindah"
LABELS = {
    RECITALS: "Konsiderans",
    BASES: "Dasar hukum",
    ORDER: "Urutan pasal",
    ANNEX_ORDER: "Urutan lampiran",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One part as it was, as it stands now and as it is to be; None where there is no such part.

    `place` is its number in the writer's text (in the old one for a part that went), `among` how many there are.
    """

    key: str
    base: Any
    theirs: Any
    mine: Any
    place: int = 0
    among: int = 0

    @property
    def conflict(self) -> bool:
        """Whether somebody else changed the part meanwhile."""
        return bool(self.base != self.theirs)

    @property
    def what(self) -> str:
        """What is to happen to the part."""
        if self.key in ORDERS:
            return MOVED
        if not self.mine:
            return REMOVED
        return CHANGED if self.base or self.theirs else ADDED

    @property
    def clause(self) -> str:
        """The clause of a Pasal; empty for other parts."""
        return self.key.removeprefix(PASAL) if self.key.startswith(PASAL) else ""

    @property
    def label(self) -> str:
        """The part as people call it."""
        if self.clause:
            return f"Pasal {self.place} {(self.mine or self.base or self.theirs)['title']}".strip()
        if self.key.startswith(ANNEX):
            return "Lampiran" if self.among == 1 else f"Lampiran {roman(self.place)}"
        return LABELS.get(self.key) or label_of(self.key) or self.key


@dataclass(frozen=True, slots=True)
class Three:
    """Three wordings of one text by part, each lampiran a part of its own: before, now, and as somebody wrote it."""

    base: Parts
    theirs: Parts
    mine: Parts

    def changes(self) -> list[Change]:
        """Every part that was written otherwise and does not stand so already, in reading order."""
        found = []
        for key, place, among in self._places():
            rows = [side.get(key) for side in (self.base, self.theirs, self.mine)]
            if rows[-1] not in rows[:-1]:
                # Shown with the numbers of the text it was written on.
                was, have, wanted = (numbered(content, self.base[ANNEX_ORDER]) for content in rows)
                found.append(Change(key, was, have, wanted, place, among))
        return [*found, *self._moves()]

    def taken(self, keys: Collection[str]) -> Parts:
        """What stands now with these changes; one that was in conflict goes over what somebody else wrote."""
        changes = {row.key for row in self.changes()}
        chosen = changes & set(keys)
        written = {key: self.mine[key] for key in chosen - set(ORDERS) if self.mine.get(key) is not None}
        orders = {order: self._order(order, chosen, changes - chosen) for order in ORDERS}
        return joined({**self.theirs, **written, **orders})

    def _places(self) -> Iterator[tuple[str, int, int]]:
        """Every part in the order of the writer, what is gone behind what it followed; its number and their count."""
        listed = tuple(ORDERS.values())
        yield from ((key, 0, 0) for key in self.mine if key not in ORDERS and not key.startswith(listed))
        for order, prefix in ORDERS.items():
            old, new = self.base[order], self.mine[order]
            for code in woven(new, old):
                place = (new if code in new else old).index(code) + 1
                yield prefix + code, place, max(len(old), len(new))

    def _moves(self) -> Iterator[Change]:
        """Another order of what all three have."""
        for order in ORDERS:
            rows = [side[order] for side in (self.base, self.theirs, self.mine)]
            shared = set(rows[0]) & set(rows[1]) & set(rows[2])
            was, have, wanted = ([code for code in side if code in shared] for side in rows)
            if wanted not in (was, have):
                yield Change(order, was, have, wanted)

    def _order(self, order: str, taken: Collection[str], refused: Collection[str]) -> list[str]:
        """The order now, with what came in and without what went out; as the writer has it where that is taken."""
        base, theirs, mine = (side[order] for side in (self.base, self.theirs, self.mine))
        prefix = ORDERS[order]
        out = {code for code in base if code not in mine and prefix + code not in refused}
        out |= {code for code in base if code not in theirs and not (prefix + code in taken and code in mine)}
        out |= {code for code in mine if code not in {*base, *theirs} and prefix + code in refused}
        frame, guest = (mine, theirs) if order in taken else (theirs, mine)
        return woven(*([code for code in rows if code not in out] for rows in (frame, guest)))


def woven(frame: Sequence[str], guest: Sequence[str]) -> list[str]:
    """The frame, with what only the guest has behind what it follows there."""
    result = list(frame)
    for place, code in enumerate(guest):
        if code not in result:
            before = next((row for row in reversed(guest[:place]) if row in result), None)
            result.insert(result.index(before) + 1 if before is not None else 0, code)
    return result


def wordings(base: Parts, theirs: Parts, mine: Parts, known: Mapping[int, int] | None = None) -> Three:
    """Three whole texts; references in mine are those of the base it was written on."""
    names = AnnexNames(base[ANNEXES])
    own = names.of(base[ANNEXES])
    now = names.of(theirs[ANNEXES])
    return Three(
        split(base, own, own), split(theirs, now, now), split(mine, names.of(mine[ANNEXES], known), own)
    )


@dataclass(frozen=True, slots=True)
class Mine:
    """One piece as somebody wrote it, and the pieces of the version it was written on; None means taken out."""

    key: str
    content: Any
    base: Mapping[str, Any]


@dataclass
class Merged:
    """The pieces put together, those that came from the writer, and the clashes left for a person."""

    parts: Parts
    changed: list[str] = field(default_factory=list)
    clashes: list[Change] = field(default_factory=list)


def merge(newest: Mapping[str, Any], mine: Sequence[Mine]) -> Merged:
    """The newest pieces with mine laid over them, where nobody else changed the same piece meanwhile."""
    rows = {row.key: row for row in mine}
    three = _written(newest, rows)
    found = three.changes()
    calm = [row.key for row in found if not row.conflict]
    told = dict.fromkeys(_piece(row.key) for row in found if row.conflict)
    clashes = [_clash(key, newest, rows) for key in told]
    return Merged(three.taken(calm), list(dict.fromkeys(map(_piece, calm))), clashes)


def _piece(key: str) -> str:
    """The piece a part is written in: all lampiran are one."""
    return ANNEXES if key.startswith(ANNEX) or key == ANNEX_ORDER else key


def _clash(key: str, newest: Mapping[str, Any], rows: Mapping[str, Mine]) -> Change:
    """A piece two people changed, as each of them sees it."""
    row = rows.get(key) or rows[ORDER]
    return Change(key, row.base.get(key), newest.get(key), row.content if row.key == key else None)


def _written(newest: Mapping[str, Any], rows: Mapping[str, Mine]) -> Three:
    """The newest text and, where something was written, its words on the words it was written on."""
    listed = rows.get(ANNEXES)
    names = AnnexNames(listed.base[ANNEXES] if listed else newest[ANNEXES])
    own = names.of(listed.content) if listed else []
    now = names.of(newest[ANNEXES])
    theirs = split(newest, now, now)
    base, mine = dict(theirs), dict(theirs)
    known: dict[int, tuple[Parts, list[str]]] = {}
    # The order first: it says which Pasal are there at all.
    for row in sorted(rows.values(), key=lambda row: row.key != ORDER):
        if id(row.base) not in known:
            points = names.of(row.base[ANNEXES])
            known[id(row.base)] = split(row.base, points, points), points
        olds, points = known[id(row.base)]
        points = own if listed else points
        news = (
            split({ANNEXES: row.content}, own, own)
            if row is listed
            else {row.key: pointed(row.content, points)}
        )
        _lay(base, mine, row.key, olds, news)
        if ORDER not in rows and row.key.removeprefix(PASAL) in olds[ORDER]:
            mine[ORDER] = woven(mine[ORDER], olds[ORDER])
    return Three(base, theirs, mine)


def _lay(base: Parts, mine: Parts, key: str, olds: Parts, news: Parts) -> None:
    """Put one written piece into both sides; the order of the Pasal takes out those it leaves out."""
    keys = {key}
    if key == ANNEXES:
        keys = {part for side in (base, mine, olds, news) for part in side if _piece(part) == ANNEXES}
    if key == ORDER:
        keys |= {PASAL + code for code in olds[ORDER] if code not in news[ORDER]}
    for part in keys:
        base[part], mine[part] = olds.get(part), news.get(part)
    if key.removeprefix(PASAL) in olds[ORDER]:
        # Somebody else may have taken it out meanwhile.
        base[ORDER] = woven(base[ORDER], olds[ORDER])
