"""One urusan at a time: all its forms compared, and every pair with its reasons."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from ksd.mapping.matching.engine import KEEP, KEEP_NEAR, Pair, Setting, match
from ksd.mapping.matching.reasons import Reason, Side, reasons
from ksd.mapping.matching.rows import FORMS, Form, Row
from ksd.mapping.matching.sheet import Sheet, Things, sheet


@dataclass(frozen=True, slots=True)
class Found:
    """A pair with the reasons it rests on."""

    pair: Pair
    reasons: tuple[Reason, ...]


class Block:
    """The rows of one urusan, ready to be compared in every form."""

    def __init__(self, rows: Iterable[Row], setting: Setting) -> None:
        """Read the rows once into columns, by what they say."""
        self.setting = setting
        self._things = Things()
        kinds: dict[str, list[Row]] = {}
        for row in rows:
            kinds.setdefault(row.kind, []).append(row)
        wanted = {kind for form in FORMS for kind in (form.first, form.second)}
        self._sheets: dict[str, Sheet] = {
            kind: sheet(kinds.get(kind, ()), setting.ground, self._things) for kind in sorted(wanted)
        }
        self._sides = {
            row.id: Side(row, told)
            for columns in self._sheets.values()
            for row, told in zip(columns.rows, columns.told, strict=True)
        }

    def pairs(self, only: Collection[int] | None = None) -> Iterator[Found]:
        """The best pairs of every row that lacks something (or `only` of these); a problem shared is told once."""
        told: set[tuple[int, int]] = set()
        for form in FORMS:
            sheets = self._sheets[form.first], self._sheets[form.second]
            keep = KEEP_NEAR if form.near else KEEP
            for best in match(form, sheets, self.setting, only=only, keep=keep):
                for pair in best:
                    found = self._once(form, pair, told)
                    if found:
                        yield found

    def touched_by(self, row: int) -> set[int]:
        """Rows whose best pairs may change with this one: itself and all that lack what it has."""
        side = self._sides.get(row)
        if side is None:
            return set()
        changed = side.row
        touched = {row}
        for form in FORMS:
            if changed.kind == form.second:
                alone = sheet([changed], self.setting.ground, self._things)
                for best in match(form, (self._sheets[form.first], alone), self.setting, keep=1):
                    touched |= {pair.first for pair in best}
        return touched

    def _once(self, form: Form, pair: Pair, told: set[tuple[int, int]]) -> Found | None:
        if form.first == form.second:
            key = (min(pair.first, pair.second), max(pair.first, pair.second))
            if key in told:
                return None
            told.add(key)
            pair = replace(pair, first=key[0], second=key[1])
        first, second = self._sides[pair.first], self._sides[pair.second]
        why = reasons(pair, first, second, self.setting)
        return Found(pair, tuple(why))
