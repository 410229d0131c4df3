"""A blank of a structured document as DOCX, so that an office may write it offline and attach it (F10)."""

from typing import Any

from agreements.documents.docx import finished
from agreements.law.schema import DocumentKind, Item
from agreements.naskah.numbering import letter

FONT = "Arial"
GREY = (0x55, 0x55, 0x55)
PAPER_MM = (215, 330)
MARGINS_MM = {"top_margin": 20, "right_margin": 20, "bottom_margin": 20, "left_margin": 25}


def build_form(document: DocumentKind) -> bytes:
    """The blank of this kind of document: one numbered heading for each item, its help and room to write."""
    from docx import Document

    paper = Document()
    _set_page(paper)
    _set_styles(paper)
    _head(paper, document)
    for number, item in enumerate(document.items, start=1):
        _item(paper, number, item)
    _foot(paper, document)
    return finished(paper, document.label)


def _set_page(paper: Any) -> None:
    from docx.shared import Mm

    section = paper.sections[0]
    section.page_width, section.page_height = Mm(PAPER_MM[0]), Mm(PAPER_MM[1])
    for name, size in MARGINS_MM.items():
        setattr(section, name, Mm(size))


def _set_styles(paper: Any) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size in (("Normal", 11), ("Title", 14), ("Heading 1", 11)):
        style = paper.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    paper.styles["Heading 1"].paragraph_format.space_before = Pt(12)
    paper.styles["Normal"].paragraph_format.space_after = Pt(4)


def _head(paper: Any, document: DocumentKind) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    title = paper.add_paragraph(document.label.upper(), style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    lines = [
        f"Dasar: {document.article}" if document.article and not document.internal else "",
        document.help,
    ]
    for line in filter(None, lines):
        _grey(paper.add_paragraph(), line)
    rows = ["Judul kerja sama", "Pemrakarsa", "Calon mitra"]
    if document.numbered:
        rows += ["Nomor", "Tanggal"]
    table = paper.add_table(rows=len(rows), cols=2, style="Table Grid")
    for index, label in enumerate(rows):
        table.cell(index, 0).text = label


def _item(paper: Any, number: int, item: Item) -> None:
    paper.add_heading(f"{number}. {item.label}{'' if item.required else ' (bila ada)'}", level=1)
    notes = " ".join(
        filter(None, (item.help, f"[{item.article}]" if item.article and not item.internal else ""))
    )
    if notes:
        _grey(paper.add_paragraph(), notes)
    for index, (_, label) in enumerate(item.choices):
        paper.add_paragraph(f"{letter(index)}. ☐ {label}")
    if item.note:
        paper.add_paragraph(f"{item.note}:")
    if item.note or not item.choices:
        _room(paper, item.rows)


def _room(paper: Any, rows: int) -> None:
    """An empty frame as high as the lines the item wants; it grows while one writes."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.shared import Mm

    row = paper.add_table(rows=1, cols=1, style="Table Grid").rows[0]
    row.height, row.height_rule = Mm(7 * max(rows, 1)), WD_ROW_HEIGHT_RULE.AT_LEAST


def _foot(paper: Any, document: DocumentKind) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paper.add_paragraph()
    for line in ("……………………, ……………………", f"{document.signer or document.by},", "", "", "……………………………………"):
        paper.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _grey(paragraph: Any, text: str) -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text)
    run.italic, run.font.size, run.font.color.rgb = True, Pt(9), RGBColor(*GREY)
