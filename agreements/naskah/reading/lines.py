"""The lines of a foreign text: cleaned, numbered as in the file, with the marks that tell what each one is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agreements.naskah.plain import clean

Table = tuple[tuple[str, ...], ...]

BREAK = re.compile(r"[\n\v\f\r\u2028\u2029]+")
# "Pasal 3", "PASAL III", "Pasal 3A. JANGKA WAKTU"; what follows is judged by `titled`.
PASAL = re.compile(
    r"[“\"']?pasal\s+(?P<number>\d{1,3}[a-z]?|[ivxlc]{1,7})\s*(?:[.:)\-–—]\s*|\s+|$)(?P<rest>.*)", re.I
)
CHAPTER = re.compile(r"BAB\s+[IVXLC\d]+\b", re.I)
ANNEX = re.compile(r"(?:LAMPIRAN\b.*|Lampiran(?:\s+(?:[IVXLC]+|\d+))?\s*[:.]?)$")
AYAT = re.compile(r"\(\s*(?P<number>\d{1,3})\s*\)\s*(?P<text>.*)")
COUNTED = re.compile(r"(?P<number>\d{1,3})(?P<sign>[.)])(?!\d)\s*(?P<text>.*)")
HURUF = re.compile(r"(?P<letter>[a-z])[.)]\s+(?P<text>.*)")
BULLET = re.compile(r"[-–—•●▪*]\s+(?P<text>.*)")
PAGE = re.compile(r"(?:[-–—\s]*\d{1,4}[-–—\s]*|(?:halaman|hal\.)\s+\d+(?:\s+dari\s+\d+)?)$", re.I)
NUMBER = re.compile(r"(?:NOMOR|NO\.?)\b(?:\s+PIHAK\s+\w+)?\s*[:.]\s*(?P<number>.*)", re.I)
SIGNING = re.compile(
    r"(?:PARA\s+PIHAK|PIHAK\s+[A-Z]+)[\s,:|]*(?:[|\s]+PIHAK\s+[A-Z]+(?:\s+[A-Z]+)?[\s,:]*)*$"
)
CLOSING = re.compile(
    r"demikian(?:lah)?\b.{0,120}?\b(?:dibuat|disusun|ditandatangani|kesepakatan|perjanjian|nota|naskah|add?endum|pernyataan)",
    re.I,
)
HEADED = ("heading", "judul", "title", "pasal")
SMALL = {"dan", "atau", "para", "di", "ke", "dari", "yang", "untuk", "dengan", "serta", "antar", "atas", "pada", "dalam"}  # fmt: skip
MOST_TITLE = 160


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a file with the name of its style; a table stands as one paragraph with its cells."""

    text: str
    style: str = ""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `number` counts the paragraphs of the file from 1."""

    number: int
    text: str
    style: str = ""
    table: Table | None = None


def lines_of(paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
    """Every line with something on it; soft breaks inside a paragraph part lines."""
    for number, paragraph in enumerate(paragraphs, start=1):
        if paragraph.table is not None:
            yield Line(number, paragraph.text, paragraph.style, _cells(paragraph.table))
            continue
        for raw in BREAK.split(paragraph.text):
            text = _tidy(raw)
            if text:
                yield Line(number, text, paragraph.style.casefold())


def paragraphs_of_text(source: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text file, one for each line; lines parted by bars are a table."""
    result: list[Paragraph] = []
    rows: list[tuple[str, ...]] = []
    for raw in [*source.splitlines(), ""]:
        if " | " in raw:
            rows.append(tuple(cell.strip() for cell in raw.split(" | ")))
            continue
        if rows:
            result.append(Paragraph("", table=tuple(rows)))
            # The rows keep their places, so that the number of a paragraph is the number of its line.
            result.extend(Paragraph("") for _ in rows[1:])
            rows = []
        result.append(Paragraph(raw))
    return tuple(result)


def is_capitals(text: str) -> bool:
    """Whether a line is written in capitals, as titles are."""
    return text.upper() == text and text.lower() != text


def titled(text: str, style: str = "") -> bool:
    """Whether a line reads as a title: capitals, a heading style, or few words each with a capital."""
    bare = text.strip("“”\"'() ")
    if not bare or len(bare) > MOST_TITLE or bare[-1] in ";:,":
        return False
    if is_capitals(bare):
        return not signs(bare)
    if style.startswith(HEADED):
        return True
    words = [word for word in re.split(r"[\s/,()]+", bare.rstrip(".")) if word]
    short = len(words) <= 9 and not bare.endswith(".")
    return short and all(word[:1].isupper() or word in SMALL for word in words) and words[0][:1].isupper()


def signs(text: str) -> bool:
    """Whether a line stands above signatures: "PIHAK KEDUA, PIHAK KESATU"."""
    return len(text) <= MOST_TITLE and SIGNING.match(text) is not None


def heading(line: Line) -> re.Match[str] | None:
    """The heading of a Pasal, when the line is one and no sentence that begins with a Pasal."""
    found = PASAL.match(line.text) if line.table is None else None
    if found is None:
        return None
    rest = found["rest"].strip("“”\"' ")
    return found if not rest or titled(rest, line.style) else None


def row_text(row: tuple[str, ...], between: str = " ") -> str:
    """A row of a table as one line."""
    return between.join(cell for cell in row if cell)


def _cells(table: Table) -> Table:
    return tuple(tuple(_tidy(BREAK.sub(" ", cell)) for cell in row) for row in table)


def _tidy(raw: str) -> str:
    if raw.isascii() and raw.isprintable():
        return " ".join(raw.split())
    return clean(raw)
