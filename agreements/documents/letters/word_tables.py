"""Tables of a letter in Word, as wide as the PDF draws them: Word and LibreOffice alike go by the grid, not by the words."""

from collections.abc import Sequence
from typing import Any

from agreements.documents.docx import mark_row
from agreements.documents.letters.sheet import Facts, Table

FACTS = (27, 3, 70)  # percent of the line
SMALL_PT = 9
BELOW_NAME_PT = 14
TALL_MM = 11
MARGIN_TWIPS = 50


def facts_table(paper: Any, block: Facts) -> None:
    """Pairs printed as "name : value"."""
    table = paper.add_table(rows=0, cols=3)
    for name, value in block.rows:
        for cell, text in zip(table.add_row().cells, (name, ":", value), strict=True):
            _fill(cell, text)
    _lay_out(paper, table, FACTS)


def grid_table(paper: Any, block: Table) -> None:
    """A table with its head on every page; a row is never torn in two."""
    table = paper.add_table(rows=1, cols=len(block.head), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        _fill(cell, text, bold=True, size=SMALL_PT)
    mark_row(table.rows[0], "w:tblHeader")
    for row in block.cells:
        made = table.add_row()
        mark_row(made, "w:cantSplit")
        # A drawn signature stays out of a file that anybody may edit: its cell is left for ink.
        for cell, (text, _picture) in zip(made.cells, row, strict=True):
            _fill(cell, text, size=SMALL_PT)
        if block.tall:
            _make_tall(made)
    _lay_out(paper, table, block.widths or (1,) * len(block.head))


def signers_table(paper: Any, told: Sequence[str], columns: int) -> None:
    """Who signs, beside each other; no name is torn from the room for its ink."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    table = paper.add_table(rows=0, cols=columns)
    for start in range(0, len(told), columns):
        row = table.add_row()
        mark_row(row, "w:cantSplit")
        for cell, words in zip(row.cells, told[start : start + columns], strict=False):
            _fill(cell, words)
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            cell.paragraphs[0].paragraph_format.space_after = Pt(BELOW_NAME_PT)
    _lay_out(paper, table, (1,) * columns)


def _fill(cell: Any, text: str, *, bold: bool = False, size: int = 0) -> None:
    from docx.shared import Pt

    row = cell.paragraphs[0]
    row.paragraph_format.space_after = Pt(2)
    run = row.add_run(text)
    run.bold = bold
    if size:
        run.font.size = Pt(size)


def _make_tall(row: Any) -> None:
    """Room for ink."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Mm

    row.height, row.height_rule = Mm(TALL_MM), WD_ROW_HEIGHT_RULE.AT_LEAST


def _narrow_margins(table: Any) -> None:
    """A little air beside the words: what Word leaves tears a number of fifteen digits in two."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(MARGIN_TWIPS))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.addprevious(margins)


def _lay_out(paper: Any, table: Any, parts: Sequence[int]) -> None:
    """Columns in these proportions of the line, in the grid and in every cell."""
    section = paper.sections[0]
    line = section.page_width - section.left_margin - section.right_margin
    widths = [int(line * part / sum(parts)) for part in parts]
    table.autofit = False
    _narrow_margins(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
