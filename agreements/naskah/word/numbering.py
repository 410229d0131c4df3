"""The numbers Word counts by itself, as the words a reader sees: "(1)", "a.", "Pasal 3"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ksd.core.words import roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVEL = re.compile(r"%([1-9])")
MAX_LEVEL = 8
BULLET = "•"


def value_of(node: Any, path: str) -> str:
    """The w:val of a child, empty when there is none."""
    child = node.find(path) if node is not None else None
    return "" if child is None else str(child.get(f"{W}val", ""))


def _letters(number: int) -> str:
    """How Word goes on after z: aa, bb, cc."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number > 0 else "0"


FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: roman(number).lower() if 0 < number < 4000 else str(number),
    "upperRoman": lambda number: roman(number) if 0 < number < 4000 else str(number),
    "decimalZero": lambda number: f"{number:02d}",
    "bullet": lambda _number: BULLET,
    "none": lambda _number: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number looks, where it starts, and after which level it starts again."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int = -1
    style: str = ""


@dataclass
class Lists:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    abstract: dict[str, str] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def level_of_style(self, number: str, style: str) -> int:
        """The level a style is tied to within its list."""
        levels = self.levels.get(self.abstract.get(number, ""), {})
        return next((index for index, level in levels.items() if level.style and level.style == style), 0)

    def label(self, number: str, level: int) -> str:
        """Count one paragraph of this list and level, and give its number in words."""
        base = self.abstract.get(number)
        levels = self.levels.get(base or "", {})
        if base is None or level not in levels:
            return ""
        counts = self.counts.setdefault(base, {})
        self._begin(number, counts)
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper, rule in levels.items():
            after = rule.restart if rule.restart >= 0 else deeper
            if deeper > level and (level + 1 <= after) and rule.restart != 0:
                counts.pop(deeper, None)
        return LEVEL.sub(lambda found: self._number(levels, counts, int(found[1]) - 1), levels[level].text)

    def _begin(self, number: str, counts: dict[int, int]) -> None:
        """A list that says where it starts does so the first time it is used."""
        if number in self.begun:
            return
        self.begun.add(number)
        for level, start in self.starts.get(number, {}).items():
            counts[level] = start - 1

    def _number(self, levels: dict[int, Level], counts: dict[int, int], level: int) -> str:
        rule = levels.get(level, Level())
        number = counts.get(level, rule.start)
        return FORMATS.get(rule.form, str)(number)


def read_lists(root: Any) -> Lists:
    """The lists a document declares; an empty set when it declares none."""
    lists = Lists()
    if root is None:
        return lists
    for node in root.iterfind(f"{W}abstractNum"):
        own = {index: level for index, level in map(_level, node.iterfind(f"{W}lvl")) if index >= 0}
        lists.levels[str(node.get(f"{W}abstractNumId", ""))] = own
    for node in root.iterfind(f"{W}num"):
        code = str(node.get(f"{W}numId", ""))
        lists.abstract[code] = value_of(node, f"{W}abstractNumId")
        _overrides(lists, code, node)
    return lists


def _overrides(lists: Lists, code: str, node: Any) -> None:
    for change in node.iterfind(f"{W}lvlOverride"):
        level, start = _whole(change.get(f"{W}ilvl")), value_of(change, f"{W}startOverride")
        if start:
            lists.starts.setdefault(code, {})[level] = _whole(start)
        own = change.find(f"{W}lvl")
        if own is not None:
            # A list that redraws a level counts apart from the one it was drawn from.
            base = f"{lists.abstract[code]}/{code}"
            lists.levels[base] = {**lists.levels.get(lists.abstract[code], {}), level: _level(own)[1]}
            lists.abstract[code] = base


def _level(node: Any) -> tuple[int, Level]:
    restart = value_of(node, f"{W}lvlRestart")
    index = _whole(node.get(f"{W}ilvl"), -1)
    return index if index <= MAX_LEVEL else -1, Level(
        form=value_of(node, f"{W}numFmt") or "decimal",
        text=value_of(node, f"{W}lvlText")[:60],
        start=_whole(value_of(node, f"{W}start"), 1),
        restart=_whole(restart) if restart else -1,
        style=value_of(node, f"{W}pStyle"),
    )


def _whole(text: Any, default: int = 0) -> int:
    """A count as Word writes it; anything else, and anything absurd, is the default."""
    return int(text) if re.fullmatch(r"\d{1,6}", str(text or ""), re.ASCII) else default
