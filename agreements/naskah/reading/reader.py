"""Reads any reasonable KB, PKS, NK, LoI or MoU line by line; what has no place is kept with its line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest

from agreements.naskah.reading.codes import Codes
from agreements.naskah.reading.head import KIND, Head
from agreements.naskah.reading.lines import (
    ANNEX,
    BULLET,
    CHAPTER,
    CLOSING,
    COUNTED,
    HURUF,
    PAGE,
    Line,
    Paragraph,
    heading,
    is_capitals,
    lines_of,
    row_text,
    signs,
    titled,
)
from agreements.naskah.reading.pasal import PasalDraft
from agreements.naskah.reading.result import AnnexDraft, Drafts, Reading, Unplaced
from agreements.naskah.reading.sections import (
    ADDENDUM,
    AGREEMENT,
    ANNEX_MARK,
    BASES,
    EMBLEM,
    INLINE,
    OPENING,
    RECITALS,
)
from agreements.naskah.rules import NaskahRule
from agreements.naskah.structure import MAX_COLUMNS, MAX_ROWS, MAX_TEXT

FRONT = ("start", "head", "opening", "recitals", "bases", "agreed")


def read(paragraphs: Iterable[Paragraph], rule: NaskahRule | None = None) -> Reading:
    """The parts of a text; the rule of its kind helps Pasal titles find their clauses. Time grows with the text."""
    lines = list(lines_of(paragraphs))
    reader = _Reader()
    for line, following in zip_longest(lines, lines[1:]):
        reader.take(line, following)
    return reader.result(Codes(rule))


@dataclass
class _Reader:
    """Goes through the sections of a text in their order; each section has its own method."""

    section: str = "start"
    head: Head = field(default_factory=Head)
    opening: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    drafts: Drafts = field(default_factory=Drafts)
    emblems: list[str] = field(default_factory=list)
    pending: str = ""
    chapter: bool = False

    def take(self, line: Line, following: Line | None = None) -> None:
        """Place one line; the next one tells a title above its Pasal from a sentence."""
        if line.table is not None:
            self._table(line)
        elif PAGE.match(line.text) and self.section != "annex":
            self.drafts.left.append(line)
        elif not self._turns(line, following):
            self._place(line)

    def _turns(self, line: Line, following: Line | None) -> bool:
        """Whether the line opens another section, or stands above one."""
        if self.section in FRONT and self._front(line):
            return True
        if self.section not in {"annex", "closing"} and self._pasal(line, following):
            return True
        if self.section == "pasal" and (CLOSING.match(line.text) or signs(line.text)):
            self.section = "closing"
            self.closing.append(line.text)
            return True
        return bool(self.drafts.pasal) and self._annex(line)

    def _front(self, line: Line) -> bool:
        """The sentences before the first Pasal that lead into the opening, recitals, bases and agreement."""
        text = line.text
        if self.section in {"start", "head"} and OPENING.match(text):
            self.section = "opening"
            self.opening.append(text)
        elif (
            self.section == "start"
            or len(text) > MAX_TEXT
            or COUNTED.match(text)
            or HURUF.match(text)
            or BULLET.match(text)
        ):
            return False
        elif BASES.match(text):
            self._lead(line, "bases", self.drafts.bases)
        elif AGREEMENT.match(text):
            self.section = "agreed"
            self.opening.append(text)
        elif RECITALS.match(text) and self.section in {"opening", "head"}:
            self._lead(line, "recitals", self.drafts.recitals)
        else:
            return False
        return True

    def _lead(self, line: Line, section: str, items: list[Line]) -> None:
        self.section = section
        inline = INLINE.match(line.text)
        if inline and inline["rest"] and not inline["rest"].endswith(":"):
            _listed(items, Line(line.number, inline["rest"]))
        else:
            self.opening.append(line.text)

    def _pasal(self, line: Line, following: Line | None) -> bool:
        found = heading(line)
        if found and not self._names_change():
            title = found["rest"].strip("“”\"'() ") or self.pending
            self.drafts.pasal.append(PasalDraft(found["number"], line.number, title))
            self.section, self.pending, self.chapter = "pasal", "", False
        elif is_capitals(line.text) and (self.chapter or CHAPTER.match(line.text)):
            # A body has no chapters: their heading and title are shown as left over.
            self.chapter = True
            self.drafts.left.append(line)
        elif self._stands_above(line, following):
            self.pending = line.text
        else:
            return False
        return True

    def _names_change(self) -> bool:
        """In an addendum the title of a Pasal names the Pasal it changes: "PASAL 3 OBJEK" under "Pasal 2"."""
        last = self.drafts.pasal[-1] if self.drafts.pasal else None
        addendum = " ".join(self.head.kind).upper().startswith(ADDENDUM)
        return addendum and last is not None and not last.title and not last.ayat

    def _stands_above(self, line: Line, following: Line | None) -> bool:
        """Whether the line is the title of the Pasal whose bare heading comes next."""
        if following is None or self.section not in {"pasal", "agreed"} or not is_capitals(line.text):
            return False
        if self.section == "pasal" and not self.drafts.pasal[-1].ayat:
            return False
        found = heading(following)
        return found is not None and not found["rest"] and titled(line.text)

    def _annex(self, line: Line) -> bool:
        if not ANNEX.match(line.text) or not (is_capitals(line.text) or self.section != "pasal"):
            return False
        self.section = "annex"
        title = ANNEX_MARK.sub("", line.text, count=1)
        self.drafts.annexes.append(AnnexDraft([title] if title else [], line.number))
        return True

    def _place(self, line: Line) -> None:
        """A line that opens nothing goes where the section keeps its lines."""
        if self.section in {"start", "head"}:
            self._in_head(line)
        elif self.section == "pasal":
            self._in_pasal(line)
        elif self.section == "annex":
            self._in_annex(line)
        elif self.section == "recitals":
            _listed(self.drafts.recitals, line)
        elif self.section == "bases":
            _listed(self.drafts.bases, line)
        else:
            (self.closing if self.section == "closing" else self.opening).append(line.text)

    def _in_head(self, line: Line) -> None:
        if self.section == "start" and EMBLEM.match(line.text):
            self.emblems += [name.strip(" |") for name in re.split(r"[\[\]]", line.text) if name.strip(" |")]
            return
        if self.section == "start" and (not KIND.match(line.text) or line.text.endswith((".", ";"))):
            self.drafts.left.append(line)
            return
        self.section = "head"
        if not self.head.take(line):
            self.section = "opening"
            self.opening.append(line.text)

    def _in_pasal(self, line: Line) -> None:
        current = self.drafts.pasal[-1]
        bare = line.text.strip("“”\"'() ")
        more = is_capitals(current.title) and is_capitals(bare)
        if not current.ayat and (not current.title or more) and titled(line.text, line.style):
            current.title = f"{current.title} {bare}".strip()
        else:
            current.take(line)

    def _in_annex(self, line: Line) -> None:
        annex = self.drafts.annexes[-1]
        opens = is_capitals(line.text) and not annex.paragraphs and not annex.rows
        (annex.title if opens else annex.paragraphs).append(line.text)

    def _table(self, line: Line) -> None:
        """A table belongs to an annex; tables that only lay out parties or signatures are read as lines."""
        rows = tuple(row for row in line.table or () if any(row))
        fits = len(rows) <= MAX_ROWS and all(len(row) <= MAX_COLUMNS for row in rows)
        if self.section == "annex" and fits and not self.drafts.annexes[-1].rows:
            self.drafts.annexes[-1].rows = rows
        elif self.section == "closing":
            self.closing += [row_text(row, " | ") for row in rows]
        elif self.section in {"opening", "agreed"}:
            self.opening += [row_text(row) for row in rows]
        elif self.section in {"start", "head"}:
            for row in rows:
                for cell in filter(None, row):
                    self.take(Line(line.number, cell))
        else:
            self.drafts.left += [Line(line.number, row_text(row, " | ")) for row in rows]

    def result(self, codes: Codes) -> Reading:
        """Everything read, with the places of the body."""
        body = self.drafts.body(codes)
        return Reading(
            kind_words=" ".join(self.head.kind),
            title=" ".join(self.head.title),
            numbers=tuple(self.head.numbers),
            opening=tuple(self.opening),
            body=body,
            closing=tuple(self.closing),
            unplaced=tuple(
                Unplaced(line.number, line.text)
                for line in sorted(self.drafts.left, key=lambda row: row.number)
            ),
            between=tuple(self.head.between),
            emblems=tuple(self.emblems),
            places=self.drafts.places(),
        )


def _listed(items: list[Line], line: Line) -> None:
    """One item of a list of recitals or bases; a line in small letters without a mark goes on with the one above."""
    for pattern in (COUNTED, HURUF, BULLET):
        found = pattern.match(line.text)
        if found:
            items.append(Line(line.number, found["text"]))
            return
    goes_on = items and line.text[:1].islower() and not line.text.startswith("bahwa")
    if goes_on and not items[-1].text.endswith((";", ".", "; dan")) and len(items[-1].text) < MAX_TEXT:
        items[-1] = Line(items[-1].number, f"{items[-1].text} {line.text}")
    else:
        items.append(line)
