"""Lampiran of a naskah in Word: heading, title, paragraphs and table; a broad table lies on its side."""

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
            alone = "<w:pageBreakBefore/>" if place == 0 and not turned else ""
            paper.line(text, names.ANNEX_HEAD, paper.frame_mark(), begin=alone)
        _write(paper, annex, number)


def _write(paper: Paper, annex: PrintedAnnex, number: int) -> None:
    paper.line(annex.title, names.ANNEX_TITLE, Mark("l", number))
    for place, text in enumerate(annex.paragraphs, start=1):
        paper.line(text, names.ANNEX_TEXT, Mark("l", number, place))
    if annex.columns:
        _table(paper, annex, number)


def _table(paper: Paper, annex: PrintedAnnex, number: int) -> None:
    room = paper.page.height_mm - WIDE_MARGINS_MM if annex.wide else paper.room_mm
    total = sum(annex.widths) or 1
    rows = []
    for place, words in enumerate((annex.columns, *annex.rows)):
        texts = [*words, *("" for _ in annex.widths[len(words) :])]
        rows.append([
            paper.paragraph(
                text, names.ANNEX_CELL, *((Mark("t", number),) if place == column == 0 else ()), bold=place == 0
            )
            for column, text in enumerate(texts)
        ])  # fmt: skip
    paper.table([room * width / total for width in annex.widths], rows, lines=True)
