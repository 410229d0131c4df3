"""Lampiran of a naskah in Word: heading, title, paragraphs and table; a broad table lies on its side."""

from typing import Any

from agreements.documents.naskah_word.paper import Paper, set_page
from agreements.documents.sheet import NaskahSheet, PrintedAnnex
from agreements.naskah.word import names
from agreements.naskah.word.names import Mark

WIDE_MARGINS_MM = 40


def write_annexes(paper: Paper, sheet: NaskahSheet) -> None:
    """Every annex on a page of its own."""
    lying = False
    for number, annex in enumerate(sheet.annexes, start=1):
        turned = annex.wide != lying
        if turned:
            set_page(paper.file.add_section(), paper.page, wide=annex.wide)
            lying = annex.wide
        head = (annex.heading, sheet.document_title, *sheet.numbers)
        for place, text in enumerate(head):
            row = paper.line(text, names.ANNEX_HEAD, paper.frame_mark())
            if place == 0 and not turned:
                row.paragraph_format.page_break_before = True
        _write(paper, annex, number)


def _write(paper: Paper, annex: PrintedAnnex, number: int) -> None:
    paper.line(annex.title, names.ANNEX_TITLE, Mark("l", number))
    for place, text in enumerate(annex.paragraphs, start=1):
        paper.line(text, names.ANNEX_TEXT, Mark("l", number, place))
    if annex.columns:
        _table(paper, annex, number)


def _table(paper: Paper, annex: PrintedAnnex, number: int) -> None:
    page = paper.page
    room = page.height_mm - WIDE_MARGINS_MM if annex.wide else page.width_mm - page.left_mm - page.right_mm
    rows = (annex.columns, *annex.rows)
    total = sum(annex.widths) or 1
    table = paper.table([room * width / total for width in annex.widths], len(rows))
    table.style = "Table Grid"
    for place, (cells, words) in enumerate(zip((row.cells for row in table.rows), rows, strict=True)):
        for column, cell in enumerate(cells):
            marks = (Mark("t", number),) if place == column == 0 else ()
            text = words[column] if column < len(words) else ""
            paper.fill(cell.paragraphs[0], text, names.ANNEX_CELL, *marks, bold=place == 0)
    _repeat_heading(table.rows[0])


def _repeat_heading(row: Any) -> None:
    """The heading of a table stands on every page it runs over."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
