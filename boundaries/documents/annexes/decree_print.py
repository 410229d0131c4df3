"""The draft regulation as HTML for the PDF engine and as an editable DOCX with the same words."""

import re
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from agreements.documents.docx import finished, mark_row
from boundaries.documents.annexes.decree import Clause, Decree
from boundaries.documents.annexes.lists import HEAD, WIDTHS
from ksd.core.words import small_letters

TEMPLATE = "boundaries/annexes/decree/print.html"
_WEIGHTS = (400, 700)
_GAP = re.compile(r"(\[belum [^\]]*\])")


def gaps_shown(text: str) -> SafeString:
    """Escaped words in which every gap stands out."""
    parts = _GAP.split(text)
    return format_html_join(
        "", "{}", ((_gap(part) if place % 2 else part,) for place, part in enumerate(parts))
    )


def _gap(words: str) -> SafeString:
    return format_html('<b class="gap">{}</b>', words)


def decree_html(decree: Decree) -> str:
    """The whole draft; every word of it is escaped."""
    faces = "".join(
        f"@font-face{{font-family:Tinos;font-weight:{weight};"
        f"src:url(ksd-static:fonts/tinos-latin-{weight}-normal.woff2)}}"
        for weight in _WEIGHTS
    )
    widths = "".join(
        f".grid th:nth-child({place}){{width:{width}%}}" for place, width in enumerate(WIDTHS, start=1)
    )
    marked = [
        (small_letters(number), gaps_shown(item)) for number, item in enumerate(decree.considering, start=1)
    ]
    context = {
        "decree": decree,
        "considering": marked,
        "bases": [gaps_shown(item) for item in decree.bases],
        "clauses": [(clause, [gaps_shown(item) for item in clause.items]) for clause in decree.clauses],
        "rows": [[gaps_shown(cell) for cell in row] for row in decree.coordinates],
        "map_words": gaps_shown(decree.map_words),
        "head": HEAD,
        "page_css": faces + widths,
    }
    return render_to_string(TEMPLATE, context)


def decree_docx(decree: Decree) -> bytes:
    """The draft for the drafters' own word processor."""
    from docx import Document
    from docx.shared import Mm, Pt

    paper: Any = Document()
    section, style = paper.sections[0], paper.styles["Normal"]
    section.page_width, section.page_height = Mm(210), Mm(330)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    style.font.name, style.font.size, style.paragraph_format.space_after = "Bookman Old Style", Pt(12), Pt(4)
    _title(paper, decree)
    _opening(paper, "Menimbang", _closed(decree.considering), letters=True)
    _opening(paper, "Mengingat", _closed(decree.bases) or ["[belum diisi: dasar hukum]"], letters=False)
    _centred(paper, "MEMUTUSKAN:")
    _opening(
        paper, "Menetapkan", [f"PERATURAN MENTERI DALAM NEGERI TENTANG {decree.about.upper()}."], letters=None
    )
    for clause in decree.clauses:
        _clause(paper, clause)
    paper.add_paragraph("\n\nDitetapkan di Jakarta\npada tanggal …\n\nMENTERI DALAM NEGERI\nREPUBLIK INDONESIA,\n\n\n\n……………………").paragraph_format.left_indent = Mm(85)  # fmt: skip
    _annexes(paper, decree)
    return finished(paper, f"{decree.title} tentang {decree.about}")


def _closed(items: tuple[str, ...]) -> list[str]:
    """Items with the signs that part and end them."""
    return [*(f"{item};" for item in items[:-1]), *(f"{item}." for item in items[-1:])]


def _title(paper: Any, decree: Decree) -> None:
    row = paper.add_paragraph()
    row.add_run("RANCANGAN").bold = True
    row.alignment = 2
    _centred(paper, "MENTERI DALAM NEGERI\nREPUBLIK INDONESIA")
    _centred(
        paper,
        "RANCANGAN\nPERATURAN MENTERI DALAM NEGERI REPUBLIK INDONESIA\nNOMOR … TAHUN …\nTENTANG\n"
        + decree.about.upper(),
    )
    _centred(paper, "DENGAN RAHMAT TUHAN YANG MAHA ESA\n\nMENTERI DALAM NEGERI REPUBLIK INDONESIA,")


def _centred(paper: Any, text: str) -> None:
    row = paper.add_paragraph(text)
    row.alignment = 1
    row.paragraph_format.keep_with_next = True


def _opening(paper: Any, name: str, items: list[str], *, letters: bool | None) -> None:
    """A part of the opening: its name, a colon, its items behind their marks; no item is parted by the end of a page."""
    table = paper.add_table(rows=0, cols=4 if letters is not None else 3)
    for number, item in enumerate(items, start=1):
        mark = () if letters is None else (f"{small_letters(number) if letters else number}.",)
        row = table.add_row()
        mark_row(row, "w:cantSplit")
        *before, last = row.cells
        for cell, text in zip(before, (*((name, ":") if number == 1 else ("", "")), *mark), strict=True):
            cell.text = text
        _words(last.paragraphs[0], item)
    _widths(table, (34, 5, 8, 113) if letters is not None else (34, 5, 121))
    paper.add_paragraph("")


def _words(row: Any, text: str) -> None:
    """A justified paragraph in which every gap stands out, as in the print."""
    from docx.shared import RGBColor

    row.alignment = 3
    for place, part in enumerate(_GAP.split(text)):
        run = row.add_run(part)
        if place % 2:
            run.bold, run.font.color.rgb = True, RGBColor(0xB0, 0x10, 0x1C)


def _widths(table: Any, widths: tuple[int, ...]) -> None:
    """Columns in millimetres, said in both places word processors look."""
    from docx.shared import Mm

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)


def _clause(paper: Any, clause: Clause) -> None:
    from docx.shared import Mm

    _centred(paper, f"Pasal {clause.number}")
    for paragraph in clause.paragraphs:
        paper.add_paragraph(paragraph).alignment = 3
    for number, item in enumerate(clause.items, start=1):
        mark = small_letters(number) if clause.style == "letter" else str(number)
        row = paper.add_paragraph()
        row.paragraph_format.left_indent, row.paragraph_format.first_line_indent = Mm(9), Mm(-9)
        _words(row, f"{mark}.\t{item}")


def _annexes(paper: Any, decree: Decree) -> None:
    """Annex I lies across its pages; annex II stands upright again."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    wide = paper.add_section()
    wide.orientation, wide.page_width, wide.page_height = WD_ORIENT.LANDSCAPE, Mm(330), Mm(210)
    paper.add_paragraph(
        f"LAMPIRAN I\nRANCANGAN PERATURAN MENTERI DALAM NEGERI\nTENTANG {decree.about.upper()}"
    )
    _centred(paper, "DAFTAR KOORDINAT TITIK BATAS")
    table = paper.add_table(rows=1, cols=len(HEAD), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, HEAD, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for row in decree.coordinates:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _words(cell.paragraphs[0], text)
            cell.paragraphs[0].alignment = 0
    _widths(table, tuple(round(280 * width / 100) for width in WIDTHS))
    for line in table.rows:
        for cell in line.cells:
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(9)
    paper.add_paragraph(decree.reference)
    upright = paper.add_section()
    upright.orientation, upright.page_width, upright.page_height = WD_ORIENT.PORTRAIT, Mm(210), Mm(330)
    paper.add_paragraph(
        f"LAMPIRAN II\nRANCANGAN PERATURAN MENTERI DALAM NEGERI\nTENTANG {decree.about.upper()}"
    )
    _centred(paper, "PETA BATAS DAERAH")
    _words(paper.add_paragraph(), decree.map_words)
