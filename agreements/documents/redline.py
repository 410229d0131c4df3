"""Two versions of a text as one redline: what a reader sees on the page and on paper.

The wording is compared as it was written; placeholders and references are then shown in words, each side with the
facts of its own version. Where only those differ the words are marked too, but there is nothing to take back.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from agreements.documents.compose import Words
from agreements.documents.freezing import from_plain, head_lines, tail_lines
from agreements.documents.gather import facts_of
from agreements.documents.printed import is_being_written, sheet_of
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.comparing import compare, compare_texts
from agreements.naskah.difference import Difference, Level, Line, Section, What
from agreements.naskah.facts import NaskahFacts
from agreements.naskah.runs import Run, word_runs
from agreements.naskah.structure import Ayat, Body, Pasal, from_json
from agreements.naskah.wording import pasal_of, with_pasal


@dataclass(frozen=True, slots=True)
class RedLine:
    """One paragraph or row with its marked words; `key` is empty where nothing can be taken back."""

    key: str
    level: Level
    mark: str
    what: What
    cells: tuple[tuple[Run, ...], ...]
    depth: int = 0

    @property
    def marked(self) -> bool:
        """Whether a reader sees a change in it."""
        return any(run.fate != "kept" for runs in self.cells for run in runs)


@dataclass(frozen=True, slots=True)
class RedSection:
    """One Pasal, annex or list with its lines; `came_from` is what one that moved was called."""

    key: str
    label: str
    what: What
    lines: tuple[RedLine, ...]
    came_from: str = ""

    @property
    def touched(self) -> bool:
        """Whether a reader sees a change in it."""
        return bool(self.came_from) or any(line.marked for line in self.lines)


@dataclass(frozen=True)
class Redline:
    """The whole comparison; `difference` is that of the wording alone."""

    old: NaskahVersion
    new: NaskahVersion
    difference: Difference
    sections: tuple[RedSection, ...] = field(default=())

    def shown(self, *, only_changed: bool) -> tuple[RedSection, ...]:
        """The sections to print; with only the changed lines where asked."""
        if not only_changed:
            return tuple(section for section in self.sections if section.lines)
        return tuple(_narrowed(section) for section in self.sections if section.touched)

    @property
    def by_data(self) -> int:
        """How many paragraphs read otherwise although nobody rewrote them: names, numbers, dates, references."""
        return sum(line.marked and line.what == "same" for row in self.sections for line in row.lines)


def _narrowed(section: RedSection) -> RedSection:
    lines = tuple(line for line in section.lines if line.marked or line.level == "judul")
    return RedSection(section.key, section.label, section.what, lines, section.came_from)


def redline_of(naskah: Naskah, old: NaskahVersion, new: NaskahVersion) -> Redline:
    """Compare two versions of one text."""
    bodies = from_json(old.body), from_json(new.body)
    difference = compare(*bodies)
    sheets = sheet_of(naskah, old), sheet_of(naskah, new)
    words = [Words(body, facts_at(naskah, row)) for body, row in zip(bodies, (old, new), strict=True)]
    told = _Telling(*words)
    head = [tuple(lines(sheet) for sheet in sheets) for lines in (head_lines, tail_lines)]
    sections = [told.section(section) for section in difference.sections]
    annexes = [row for row in sections if row.key.startswith("lampiran")]
    middle = [row for row in sections if not row.key.startswith("lampiran")]
    top = _data_section("kepala", "Judul dan para pihak", *map(tuple, head[0]))
    bottom = _data_section("penutup", "Penutup dan tanda tangan", *map(tuple, head[1]))
    return Redline(old, new, difference, (top, *middle, bottom, *annexes))


def facts_at(naskah: Naskah, version: NaskahVersion) -> NaskahFacts:
    """The facts a version is read with: those kept with it, today's for one still being written."""
    if version.frozen and not is_being_written(naskah, version):
        return from_plain(NaskahFacts, version.frozen["facts"])
    return facts_of(naskah)


def _data_section(key: str, label: str, old: Sequence[str], new: Sequence[str]) -> RedSection:
    """What the data put around the wording; it is changed with the data, not here."""
    rows = compare_texts(old, new, key)
    lines = tuple(RedLine("", row.level, "", "same", row.runs) for row in rows)
    return RedSection(key, label, "same", lines)


@dataclass(frozen=True)
class _Telling:
    """Turns the wording of both sides into words."""

    old: Words
    new: Words

    def section(self, section: Section) -> RedSection:
        whole = section.what in ("added", "removed")
        lines = tuple(self._lines(section.lines, section.clause, whole=whole, depth=0))
        return RedSection(section.key, section.label, section.what, lines, section.came_from)

    def _lines(self, lines: Sequence[Line], clause: str, *, whole: bool, depth: int) -> Iterator[RedLine]:
        for line in lines:
            cells = tuple(tuple(self._runs(runs, clause)) for runs in line.runs)
            key = "" if whole or line.what == "same" else line.key
            yield RedLine(key, line.level, line.mark, line.what, cells, depth)
            # The huruf of an ayat that came or went are taken back with it.
            inside = whole or line.what in ("added", "removed")
            yield from self._lines(line.below, clause, whole=inside, depth=depth + 1)

    def _runs(self, runs: Sequence[Run], clause: str) -> Iterator[Run]:
        for run in runs:
            old = _spaced(self.old, run.text, clause) if run.fate != "added" else ""
            new = _spaced(self.new, run.text, clause) if run.fate != "removed" else ""
            if run.fate == "kept" and old != new:
                yield from word_runs(old, new)
            else:
                yield Run(run.fate, new or old)


def _spaced(words: Words, text: str, clause: str) -> str:
    """Words of a piece of a sentence, with the space at its ends."""
    told = words(text, clause)
    if not told:
        return " " if text else ""
    head, tail = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{head}{told}{tail}"


def clause_redline(naskah: Naskah, version: NaskahVersion, wording: Pasal) -> RedSection | None:
    """One Pasal of a version against another wording of it; None when the version does not hold it."""
    body = from_json(version.body)
    old = pasal_of(body, wording.clause)
    if old is None:
        return None
    facts = facts_at(naskah, version)
    told = _Telling(Words(body, facts), Words(with_pasal(body, wording), facts))
    number = body.pasal.index(old) + 1
    found = next(
        row for row in compare(Body(pasal=(old,)), Body(pasal=(wording,))).sections if row.part == "pasal"
    )
    return told.section(replace(found, old_number=number, new_number=number))


def in_words(naskah: Naskah, version: NaskahVersion, pasal: Pasal) -> Pasal:
    """A wording of one Pasal as a reader of this version reads it, placeholders and references in words."""
    body = with_pasal(from_json(version.body), pasal)
    words = Words(body, facts_at(naskah, version))
    ayat = tuple(
        Ayat(words(row.text, pasal.clause), tuple(words(text, pasal.clause) for text in row.huruf))
        for row in pasal.ayat
    )
    return Pasal(pasal.clause, words(pasal.title), ayat)
