"""What changed between two wordings, as values: sections, lines, runs of words; every change with its key."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from agreements.naskah.runs import Run
from ksd.core.words import roman

What = Literal["same", "changed", "added", "removed"]
Level = Literal["judul", "butir", "ayat", "huruf", "paragraf", "baris"]
Part = Literal["konsiderans", "dasar", "pasal", "lampiran"]
Cells = tuple[str, ...]
LABELS: dict[str, str] = {"konsiderans": "Konsiderans", "dasar": "Dasar hukum"}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or table row in both wordings; None where it is not there. `below` holds the huruf of an ayat."""

    key: str
    level: Level
    old: Cells | None
    new: Cells | None
    runs: tuple[tuple[Run, ...], ...]
    mark: str = ""
    where: str = ""
    below: tuple["Line", ...] = ()

    @property
    def what(self) -> What:
        """What happened to the paragraph itself, whatever happened to its huruf."""
        if self.old is None:
            return "added"
        if self.new is None:
            return "removed"
        return "same" if self.old == self.new else "changed"

    @property
    def touched(self) -> bool:
        """Whether anything changed in it or below it."""
        return self.what != "same" or any(line.touched for line in self.below)


@dataclass(frozen=True, slots=True)
class Section:
    """Recitals, bases, one Pasal or one annex in both wordings; a number is None where it is not there."""

    key: str
    part: Part
    clause: str
    title: str
    old_number: int | None
    new_number: int | None
    lines: tuple[Line, ...]
    moved: bool = False

    @property
    def what(self) -> What:
        """What happened to the section as a whole; a Pasal that only changed its place is the same."""
        if self.old_number is None:
            return "added"
        if self.new_number is None:
            return "removed"
        return "changed" if any(line.touched for line in self.lines) else "same"

    @property
    def touched(self) -> bool:
        """Whether anything changed, its place among it."""
        return self.moved or self.what != "same"

    @property
    def label(self) -> str:
        """What the section is called: Pasal 4."""
        return self._called(self.old_number if self.new_number is None else self.new_number)

    @property
    def came_from(self) -> str:
        """What a section that moved was called before; empty for one that kept its place."""
        return self._called(self.old_number) if self.moved else ""

    def _called(self, number: int | None) -> str:
        if self.part == "pasal":
            return f"Pasal {number}"
        return LABELS.get(self.part) or f"Lampiran {roman(number or 1)}"

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of its changes; a section that came or went is one change."""
        if self.what in ("added", "removed"):
            return (self.key,)
        place = (f"{self.key}/letak",) if self.moved else ()
        return (*place, *(line.key for line in changed(self.lines)))

    def place(self, line: Line) -> str:
        """Where a line stands, in words: Pasal 4 ayat (2) huruf b."""
        return f"{self.label} {line.where}".strip()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two wordings side by side, in the order of the new one; what is gone stands where it stood."""

    sections: tuple[Section, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many changes of each sort: changed, added, removed, moved."""
        found: Counter[str] = Counter()
        for section in self.sections:
            found["moved"] += section.moved
            whole = section.what in ("added", "removed")
            found.update([section.what] if whole else [line.what for line in changed(section.lines)])
        return found

    @property
    def keys(self) -> tuple[str, ...]:
        """The key of every single change, in reading order."""
        return tuple(key for section in self.sections for key in section.keys)

    @property
    def empty(self) -> bool:
        """Whether the two wordings are the same."""
        return not any(section.touched for section in self.sections)

    def place_of(self, key: str) -> str:
        """Where the change with this key stands, in words; KeyError for a key there is not."""
        for section in self.sections:
            if key in (section.key, f"{section.key}/letak"):
                return section.label
            for line in changed(section.lines):
                if line.key == key:
                    return section.place(line)
        raise KeyError(key)


def changed(lines: Sequence[Line]) -> Iterator[Line]:
    """Every line that is not as it was; the huruf of an ayat that came or went belong to it."""
    for line in lines:
        if line.what != "same":
            yield line
        if line.what in ("same", "changed"):
            yield from changed(line.below)
