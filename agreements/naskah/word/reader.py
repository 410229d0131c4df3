"""A DOCX as lines: paragraphs with their numbers in words, tables, tracked changes and comments, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from agreements.naskah.plain import clean
from agreements.naskah.structure import MAX_TEXT
from agreements.naskah.word.inline import ADDED, REMOVED, Content, Tracked, read_inline
from agreements.naskah.word.limits import ROOM, Budget
from agreements.naskah.word.names import EMBLEM, read_mark
from agreements.naskah.word.numbering import Lists, W, value_of
from agreements.naskah.word.package import MAIN, Package, open_package, refuse
from agreements.naskah.word.parts import Parts, Remark, asides_of, read_parts

WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
BODY, BOX, HIDDEN, NOTE = "", "kotak teks", "teks tersembunyi", "catatan kaki"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or one table of the file; `number` counts lines from 1."""

    number: int
    text: str = ""
    label: str = ""
    style: str = ""
    mark: str = ""
    where: str = BODY
    table: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> str:
        """The line as a reader sees it, on one line."""
        if self.table:
            return " / ".join(" | ".join(row) for row in self.table)
        return " ".join(f"{self.label} {self.text}".split())


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin, the words it hangs on, and its line."""

    author: str
    date: str
    text: str
    anchor: str
    line: int


@dataclass(frozen=True, slots=True)
class WordText:
    """Everything a file says."""

    lines: tuple[Line, ...]
    changes: tuple[Tracked, ...] = ()
    comments: tuple[Comment, ...] = ()
    asides: tuple[Line, ...] = ()
    origin: str = ""
    version: int = 0


def read_docx(content: bytes) -> WordText:
    """What a file says once its tracked changes are accepted. Raises WordFileError when it cannot be trusted or read."""
    package = open_package(content)
    main, budget = package.xml(MAIN), Budget()
    budget.check_pages(package, main)
    reader = _Reader(package, budget)
    body = main.find(f"{W}body")
    try:
        reader.read(body if body is not None else ())
    except RecursionError:
        raise refuse("broken") from None
    reader.flush()
    return WordText(
        lines=tuple(reader.lines),
        changes=tuple(reader.changes),
        comments=tuple(reader.comments),
        asides=(*reader.asides, *(Line(0, text, where=where) for where, text in asides_of(package, budget))),
        origin=reader.parts.origin,
        version=reader.parts.version,
    )


class _Reader:
    """Goes through the body once and numbers what it meets."""

    def __init__(self, package: Package, budget: Budget) -> None:
        self.parts: Parts = read_parts(package)
        self.lists: Lists = self.parts.lists
        self.budget = budget
        self.lines: list[Line] = []
        self.asides: list[Line] = []
        self.changes: list[Tracked] = []
        self.comments: list[Comment] = []
        self.carried: Content | None = None

    def read(self, node: Any) -> None:
        """The paragraphs and tables below an element, also those wrapped in a control."""
        for child in node:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl":
                self.flush()
                self._table(child)
            elif child.tag in WRAPPERS:
                self.read(child)
            elif child.tag == f"{W}altChunk":
                self._aside("Bagian sisipan dari berkas lain yang tidak dapat dibaca.", "sisipan")

    def flush(self) -> None:
        """What is left of a paragraph whose end was removed and that nothing follows."""
        if self.carried:
            content, self.carried = self.carried, None
            self._keep(content, self._words(content.text), "", "")

    def _paragraph(self, node: Any) -> None:
        content = self._content(node)
        if content is None:
            return
        text = self._words(content.text)
        label = self._label(node) if text or not content.changes else ""
        self._keep(content, text, label, self.parts.style_name(value_of(node, f"{W}pPr/{W}pStyle")))

    def _keep(self, content: Content, text: str, label: str, style: str) -> None:
        number = len(self.lines) + 1
        self.budget.line(number, text)
        marks = [mark for mark in map(read_mark, content.marks) if mark]
        for mark in marks:
            if mark.kind == "v" and not self.parts.origin:
                self.parts.origin, self.parts.version = mark.rest, mark.ayat
        if text or label:
            own = next((str(mark) for mark in marks if mark.kind != "v"), "")
            self.lines.append(Line(number, text, label, style, own))
        self._beside(content, number if text or label else len(self.lines))

    def _content(self, node: Any) -> Content | None:
        """What the paragraph says; None when its end was removed and it goes on in the next one."""
        content = self.carried or Content()
        self.carried = None
        read_inline(node, content)
        if content.length > ROOM * MAX_TEXT:
            self._words(content.text)
        properties = node.find(f"{W}pPr/{W}rPr")
        if properties is not None and _removed(properties):
            if not content.said:
                content.marks.clear()
            self.carried = content
            return None
        return content

    def _label(self, node: Any) -> str:
        number, level = self.parts.numbering_of(node)
        return clean(self.lists.label(number, level)) if number else ""

    def _beside(self, content: Content, line: int) -> None:
        """Changes, remarks, notes, boxes and hidden words of one paragraph."""
        self.changes += [
            replace(change, text=clean(self.budget.words(line, [change.text])), line=line)
            for change in content.changes
        ]
        for code, words in content.comments.items():
            remark = self.parts.remarks.get(code, Remark())
            self.comments.append(
                Comment(remark.author, remark.date, remark.text, clean("".join(words)[:MAX_TEXT]), line)
            )
        for note in content.notes:
            self._aside(self.parts.notes.get(note, ""), NOTE)
        for text in content.hidden:
            self._aside(text, HIDDEN)
        for box in content.boxes:
            for text in plain_paragraphs(box):
                self._aside(text[: ROOM * MAX_TEXT], BOX)
        if content.objects and not content.said and not content.marks:
            self._aside(f"{content.objects} gambar atau objek; tidak ikut dibaca.", "gambar")

    def _words(self, pieces: list[str]) -> str:
        return tidy(self.budget.words(len(self.lines) + 1, pieces))

    def _aside(self, text: str, where: str) -> None:
        text = clean(self.budget.words(len(self.lines) + 1, [text]))
        if text:
            self.budget.line(len(self.lines) + 1, text)
            self.asides.append(Line(len(self.lines), text, where=where))

    def _table(self, node: Any) -> None:
        number = len(self.lines) + 1
        rows: list[tuple[str, ...]] = []
        marks: list[str] = []
        styles: list[str] = []
        for row in _rows(node):
            removed = row.find(f"{W}trPr/{W}del")
            cells = [self._cell(cell, number, marks, styles) for cell in _cells(row)]
            if removed is not None:
                self._row_change(removed, cells, REMOVED, number)
                continue
            added = row.find(f"{W}trPr/{W}ins")
            if added is not None:
                self._row_change(added, cells, ADDED, number)
            rows.append(tuple(cells))
        self.budget.table(number, rows)
        if any(cell for row in rows for cell in row):
            style = next(iter(dict.fromkeys(styles)), "")
            known = next((str(mark) for mark in map(read_mark, marks) if mark), "")
            self.lines.append(Line(number, "", "", style, known, table=tuple(rows)))

    def _row_change(self, node: Any, cells: list[str], what: str, line: int) -> None:
        author, date = str(node.get(f"{W}author", ""))[:120], str(node.get(f"{W}date", ""))[:30]
        self.changes.append(Tracked(what, " | ".join(cells), author, date, line))

    def _cell(self, node: Any, line: int, marks: list[str], styles: list[str]) -> str:
        """The words of a cell, with the numbers of its paragraphs."""
        words: list[str] = []
        for paragraph in node.iter(f"{W}p"):
            content = Content()
            read_inline(paragraph, content)
            marks += content.marks
            styles.append(self.parts.style_name(value_of(paragraph, f"{W}pPr/{W}pStyle")))
            if styles[-1] == EMBLEM:
                content.objects = 0
            text = clean(self.budget.words(line, content.text))
            words += filter(None, (self._label(paragraph) if text else "", text))
            self._beside(content, line)
        self.budget.line(line, " ".join(words))
        return " ".join(words)


def tidy(text: str) -> str:
    """Words of a paragraph with its own line breaks; control and direction marks gone."""
    rows = (
        clean(row.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", ""))
        for row in text.split("\n")
    )
    return "\n".join(row for row in rows if row)


def plain_paragraphs(node: Any) -> Iterator[str]:
    """The words of every paragraph below an element, numbers left out."""
    for paragraph in node.iter(f"{W}p"):
        content = Content()
        read_inline(paragraph, content)
        yield "".join(content.text)


def _removed(properties: Any) -> bool:
    return any(properties.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))


def _rows(node: Any) -> Iterator[Any]:
    """Rows of a table, also those wrapped in a control."""
    for child in node:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in WRAPPERS:
            yield from _rows(child)


def _cells(node: Any) -> Iterator[Any]:
    for child in node:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in WRAPPERS:
            yield from _cells(child)
