"""A file we handed out, read back into its parts by its marks and styles; new lines by their look."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from agreements.naskah.plain import AYAT, HURUF, clean
from agreements.naskah.reading.codes import Codes, plain_title
from agreements.naskah.reading.lines import COUNTED, PASAL, titled
from agreements.naskah.rules import NaskahRule
from agreements.naskah.structure import (
    MAX_AYAT,
    MAX_COLUMNS,
    MAX_HURUF,
    MAX_LINES,
    MAX_PASAL,
    MAX_ROWS,
    Annex,
    Ayat,
    Body,
    Pasal,
)
from agreements.naskah.word import names
from agreements.naskah.word.names import Mark, read_mark
from agreements.naskah.word.reader import Line

KINDS = {
    names.RECITAL: "r", names.BASIS: "b", names.PASAL: "p", names.AYAT: "a", names.ONLY_AYAT: "a",
    names.HURUF: "h", names.ONLY_HURUF: "h", names.ANNEX_TITLE: "l", names.ANNEX_TEXT: "x", names.ANNEX_CELL: "t",
    **dict.fromkeys(names.FRAME, "f"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Left:
    """A line that has no place, with its number in the file."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class FrameChange:
    """A line the machine wrote that reads otherwise in the file; line 0 and no words where it is gone."""

    line: int
    expected: str
    found: str
    mark: str = ""


@dataclass
class Placed:
    """The parts of a text as the file has them, the lines without place, and what was done to the frame."""

    recitals: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    pasal: list[Pasal] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    # For each lampiran the number of the sent one it was, 0 for a new one.
    annexes_were: list[int] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    frame: list[FrameChange] = field(default_factory=list)

    @property
    def body(self) -> Body:
        """Everything that has a place."""
        return Body(tuple(self.recitals), tuple(self.bases), tuple(self.pasal), tuple(self.annexes))


def place(
    lines: tuple[Line, ...], sent: Body, frame: Mapping[str, str], rule: NaskahRule | None = None
) -> Placed:
    """Every line in its part of the text; `frame` are the words of our own lines by their marks."""
    placer = _Placer(sent, frame, Codes(rule))
    for line in lines:
        placer.take(line)
    placer.missing_frame()
    return placer.placed


def has_marks(lines: tuple[Line, ...]) -> bool:
    """Whether a file still carries enough of our marks to be read by them."""
    found = [mark for mark in (read_mark(line.mark) for line in lines) if mark]
    return any(mark.kind in "pq" and mark.ayat == 0 for mark in found)


class _Placer:
    """Goes through the lines once; `section` says which part of the text it is in."""

    def __init__(self, sent: Body, frame: Mapping[str, str], codes: Codes) -> None:
        self.sent, self.frame, self.codes = sent, frame, codes
        self.placed = Placed()
        self.section = "f"
        self.seen: set[str] = set()
        self.titles = {plain_title(pasal.title): pasal.clause for pasal in sent.pasal}

    def take(self, line: Line) -> None:
        """Place one line, or keep it among those without place."""
        mark = read_mark(line.mark)
        if mark is not None and str(mark) in self.seen:
            mark = None
        if mark is not None:
            self.seen.add(str(mark))
        kind = self._kind(line, mark)
        if not getattr(self, f"_take_{kind}")(line, mark):
            self.placed.left.append(Left(line.number, line.words))

    def _kind(self, line: Line, mark: Mark | None) -> str:
        """What a line is: by its mark, then its style, then its look."""
        if mark is not None and mark.kind in "frbt":
            return mark.kind
        if mark is not None and mark.kind == "l":
            return "x" if mark.huruf else "l"
        if mark is not None and mark.kind in "pq":
            return "p" if mark.ayat == 0 else "h" if mark.huruf else "a"
        if line.table:
            return "t"
        return KINDS.get(line.style) or self._looks(line)

    def _looks(self, line: Line) -> str:
        """A line without mark or style of ours, typed or pasted into the part around it."""
        if self._is_heading(line):
            return "p"
        if self.section == "p":
            words = line.words
            return "a" if AYAT.match(words) else "h" if HURUF.match(words) else "n"
        if self.section == "l":
            return "x"
        counted = self.section in "rb" and COUNTED.match(line.words)
        return self.section if counted else "n"

    def _is_heading(self, line: Line) -> bool:
        found = PASAL.match(line.words)
        return bool(found and self.section in "rbfp" and (not found["rest"] or titled(found["rest"])))

    def _take_n(self, line: Line, _mark: Mark | None) -> bool:
        """A bare line in a Pasal: its title when it has none, its only ayat when it is empty."""
        if self.section != "p":
            return False
        pasal = self.placed.pasal[-1]
        if not pasal.title and titled(line.text):
            self.placed.pasal[-1] = Pasal(self._code(line.text), _one_line(line.text))
            return True
        return not pasal.ayat and self._ayat(_one_line(line.words))

    def _take_f(self, line: Line, mark: Mark | None) -> bool:
        """A line of the frame is held against the data; the closing ends the Pasal."""
        words = " ".join(line.words.split())
        if line.style in (names.CLOSING, names.SIGNATURE, names.ANNEX_HEAD):
            self.section = "c"
        if mark is None:
            # A second line in a style of the frame: somebody wrote it there.
            return words in self.frame.values() or line.style == names.EMBLEM
        expected = self.frame.get(str(mark), "")
        if words != expected:
            self.placed.frame.append(FrameChange(line.number, expected, words, str(mark)))
        return True

    def missing_frame(self) -> None:
        """Lines of the frame that are no longer in the file."""
        for mark, words in self.frame.items():
            if words and mark not in self.seen:
                self.placed.frame.append(FrameChange(0, words, "", mark))

    def _take_r(self, line: Line, _mark: Mark | None) -> bool:
        self.section = "r"
        return _add(self.placed.recitals, _unmarked(line, COUNTED), MAX_LINES)

    def _take_b(self, line: Line, _mark: Mark | None) -> bool:
        self.section = "b"
        return _add(self.placed.bases, _unmarked(line, COUNTED), MAX_LINES)

    def _take_p(self, line: Line, mark: Mark | None) -> bool:
        if len(self.placed.pasal) >= MAX_PASAL:
            return False
        self.section = "p"
        words = line.words
        found = PASAL.match(words)
        title = _one_line(found["rest"] if found else words)
        code = self._clause(mark) or (self._code(title) if title else "")
        self.placed.pasal.append(Pasal(code or self._code(words), title))
        return True

    def _clause(self, mark: Mark | None) -> str:
        """The clause a mark names, as long as the text that was sent has it and nobody else took it."""
        if mark is None:
            return ""
        code = mark.rest
        if mark.kind == "q":
            at = int(mark.rest) if mark.rest.isdecimal() and len(mark.rest) < 4 else 0
            code = self.sent.pasal[at - 1].clause if 0 < at <= len(self.sent.pasal) else ""
        known = any(pasal.clause == code for pasal in self.sent.pasal)
        return code if known and code not in self._taken() else ""

    def _taken(self) -> set[str]:
        return {pasal.clause for pasal in self.placed.pasal}

    def _code(self, title: str) -> str:
        """A new Pasal is called by its title; one of the same title as a sent one is that one."""
        own = self.titles.get(plain_title(title), "")
        if own and own not in self._taken():
            return own
        taken = self._taken() | {pasal.clause for pasal in self.sent.pasal}
        code = self.codes.code_of(title, str(len(self.placed.pasal) + 1))
        while code in taken:
            code = self.codes.code_of(title, str(len(self.placed.pasal) + 1))
        return code

    def _take_a(self, line: Line, _mark: Mark | None) -> bool:
        return self._ayat(_unmarked(line, AYAT))

    def _ayat(self, text: str) -> bool:
        if self.section != "p" or len(self.placed.pasal[-1].ayat) >= MAX_AYAT:
            return False
        pasal = self.placed.pasal[-1]
        self.placed.pasal[-1] = Pasal(pasal.clause, pasal.title, (*pasal.ayat, Ayat(text)))
        return True

    def _take_h(self, line: Line, _mark: Mark | None) -> bool:
        pasal = self.placed.pasal[-1] if self.section == "p" else None
        if pasal is None or not pasal.ayat or len(pasal.ayat[-1].huruf) >= MAX_HURUF:
            return False
        last = Ayat(pasal.ayat[-1].text, (*pasal.ayat[-1].huruf, _unmarked(line, HURUF)))
        self.placed.pasal[-1] = Pasal(pasal.clause, pasal.title, (*pasal.ayat[:-1], last))
        return True

    def _take_l(self, line: Line, mark: Mark | None) -> bool:
        self.section = "l"
        if len(self.placed.annexes) >= MAX_LINES:
            return False
        known = mark is not None and 0 < mark.ayat <= len(self.sent.annexes)
        self.placed.annexes_were.append(mark.ayat if mark and known else 0)
        self.placed.annexes.append(Annex(_one_line(line.words)))
        return True

    def _take_x(self, line: Line, _mark: Mark | None) -> bool:
        if self.section != "l" or len(self.placed.annexes[-1].paragraphs) >= MAX_LINES:
            return False
        annex = self.placed.annexes[-1]
        self.placed.annexes[-1] = Annex(annex.title, (*annex.paragraphs, _one_line(line.words)), annex.table)
        return True

    def _take_t(self, line: Line, _mark: Mark | None) -> bool:
        """A table belongs to its annex; the tables of the frame are read with it."""
        if line.style in names.FRAME and line.style != names.ANNEX_HEAD:
            return self._take_f(line, None)
        fits = len(line.table) <= MAX_ROWS and all(len(row) <= MAX_COLUMNS for row in line.table)
        if self.section != "l" or not fits or self.placed.annexes[-1].table:
            return False
        annex = self.placed.annexes[-1]
        self.placed.annexes[-1] = Annex(annex.title, annex.paragraphs, line.table)
        return True


def _add(rows: list[str], text: str, most: int) -> bool:
    if len(rows) >= most:
        return False
    rows.append(text)
    return True


def _one_line(text: str) -> str:
    return clean(text)


def _unmarked(line: Line, pattern: re.Pattern[str]) -> str:
    """The words behind a number somebody typed; a number Word counts is no part of the words."""
    text = _one_line(line.text)
    found = None if line.label else pattern.match(text)
    return (found["text"] or "") if found else text
