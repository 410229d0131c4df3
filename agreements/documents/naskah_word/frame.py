"""What the machine writes around the parts of the drafters: emblems, title, komparisi, closing, signatures."""

from collections.abc import Callable

from agreements.documents.naskah_word.paper import Paper
from agreements.documents.sheet import Emblem, NaskahSheet, Signature
from agreements.naskah.word import names
from agreements.naskah.word.names import Mark

SIGN_ROOM_MM = 24
MARK_MM, NAME_MM, COLON_MM = 10, 42, 4


class FrameLines:
    """The words of every frame line of a sheet by its mark, to be held against what comes back."""

    def __init__(self, sheet: NaskahSheet) -> None:
        """Number the lines as the file does."""
        komparisi = " / ".join(f"{row.numeral} | {row.name} | : | {row.text}" for row in sheet.komparisi)
        lines = [*sheet.title, *sheet.numbers, sheet.opening, komparisi, sheet.definition]
        lines += [sheet.bases_intro] if sheet.bases else []
        lines += [sheet.agreement, *sheet.closing]
        lines += [" | ".join(map(_signed, row)) for row in sheet.signatures]
        for annex in sheet.annexes:
            lines += [annex.heading, sheet.document_title, *sheet.numbers]
        self.words = {str(Mark("f", number)): " ".join(text.split()) for number, text in enumerate(lines, 1)}


def _signed(box: Signature) -> str:
    return f"{box.sebutan}, {box.position} {box.name}"


def write_head(paper: Paper, sheet: NaskahSheet, origin: Mark, images: Callable[[str], bytes | None]) -> None:
    """Emblems on their sides, then the centred title and the number of each party."""
    _emblems(paper, sheet.emblems, images)
    for number, text in enumerate(sheet.title):
        marks = (origin, paper.frame_mark()) if number == 0 else (paper.frame_mark(),)
        paper.line(text, names.TITLE, *marks)
    for text in sheet.numbers:
        paper.line(text, names.NUMBER, paper.frame_mark())


def _emblems(paper: Paper, emblems: tuple[Emblem, ...], images: Callable[[str], bytes | None]) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    width = (paper.page.width_mm - paper.page.left_mm - paper.page.right_mm) / 3
    cells = paper.table([width] * 3, 1).rows[0].cells
    sides = {
        "left": (0, WD_ALIGN_PARAGRAPH.LEFT),
        "center": (1, WD_ALIGN_PARAGRAPH.CENTER),
        "right": (2, WD_ALIGN_PARAGRAPH.RIGHT),
    }
    for place, _side in sides.values():
        paper.fill(cells[place].paragraphs[0], "", names.EMBLEM)
    for emblem in emblems:
        place, align = sides[emblem.side]
        row = cells[place].paragraphs[0]
        row.alignment = align
        image = images(emblem.src) if emblem.src else None
        if image:
            paper.picture(row, image, emblem.alt)
        else:
            row.add_run(f"[{emblem.alt}] ")


def write_opening(paper: Paper, sheet: NaskahSheet) -> None:
    """The day in words, the parties, and who is called what."""
    paper.line(sheet.opening, names.SENTENCE, paper.frame_mark())
    width = paper.page.width_mm - paper.page.left_mm - paper.page.right_mm
    widths = [MARK_MM, NAME_MM, COLON_MM, width - MARK_MM - NAME_MM - COLON_MM]
    table = paper.table(widths, len(sheet.komparisi))
    mark = paper.frame_mark()
    for number, party in enumerate(sheet.komparisi):
        cells = table.rows[number].cells
        words = (party.numeral, party.name, ":", party.text)
        for place, (cell, text) in enumerate(zip(cells, words, strict=True)):
            marks = (mark,) if number == place == 0 else ()
            paper.fill(cell.paragraphs[0], text, names.PARTY, *marks, bold=place == 1)
    paper.line(sheet.definition, names.SENTENCE, paper.frame_mark())


def write_closing(paper: Paper, sheet: NaskahSheet) -> None:
    """Originals, stamp duty and equal force; PIHAK KEDUA left, PIHAK KESATU right."""
    for text in sheet.closing:
        paper.line(text, names.CLOSING, paper.frame_mark())
    width = paper.page.width_mm - paper.page.left_mm - paper.page.right_mm
    for row in sheet.signatures:
        table = paper.table([width / len(row)] * len(row), 1)
        mark = paper.frame_mark()
        for place, (cell, box) in enumerate(zip(table.rows[0].cells, row, strict=True)):
            _box(paper, cell, box, (mark,) if place == 0 else ())
        paper.line("", names.SENTENCE)


def _box(paper: Paper, cell: object, box: Signature, marks: tuple[Mark, ...]) -> None:
    from docx.shared import Mm

    paper.fill(cell.paragraphs[0], f"{box.sebutan},", names.SIGNATURE, *marks, bold=True)  # type: ignore[attr-defined]
    row = paper.line(box.position, names.SIGNATURE, into=cell)
    row.paragraph_format.space_after = Mm(SIGN_ROOM_MM)
    paper.line(box.name, names.SIGNATURE, into=cell, bold=True)
