"""A Word file being written: one paragraph, table or picture at a time, each with its mark."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Any
from xml.sax.saxutils import escape

from agreements.documents.naskah_word.styles import TWIPS, WORD, add_lists, add_styles, style_id
from agreements.documents.sheet import PageSetup
from agreements.naskah.word.names import EMBLEM, ORIGIN, VERSION, Mark

EMBLEM_MM = 24
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PROPERTIES_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


@dataclass
class Paper:
    """The file and the next number of a bookmark and of a frame line."""

    page: PageSetup
    file: Any = None
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    frames: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        """Begin with an empty page of the office's size and our styles."""
        from docx import Document

        self.file = Document()
        set_page(self.file.sections[0], self.page)
        add_lists(self.file)
        add_styles(self.file, self.page)

    @property
    def room_mm(self) -> float:
        """The width between the margins."""
        return self.page.width_mm - self.page.left_mm - self.page.right_mm

    def frame_mark(self) -> Mark:
        """The mark of the next line that is written from data."""
        return Mark("f", next(self.frames))

    def line(self, text: str, style: str, *marks: Mark, begin: str = "") -> None:
        """One paragraph in a style, wrapped in its bookmarks; `begin` are properties of this paragraph alone."""
        self.add(self.paragraph(text, style, *marks, begin=begin))

    def add(self, xml: str) -> None:
        """Put an element at the end, before the properties of the last section."""
        from docx.oxml import parse_xml

        self.file.element.body[-1].addprevious(parse_xml(xml.replace(">", f' xmlns:w="{WORD}">', 1)))

    def paragraph(
        self, text: str, style: str, *marks: Mark, begin: str = "", bold: bool = False, letters: str = ""
    ) -> str:
        """A paragraph as Word writes it; `letters` names the style of its words, which then stand below the number."""
        numbers = [(next(self.ids), mark) for mark in marks]
        opened = "".join(f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>' for number, mark in numbers)
        closed = "".join(f'<w:bookmarkEnd w:id="{number}"/>' for number, _mark in numbers)
        look = f'<w:rStyle w:val="{style_id(letters)}"/>' if letters else "<w:b/>" if bold else ""
        look = f"<w:rPr>{look}</w:rPr>" if look else ""
        below = "<w:br/>" if letters else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{begin}</w:pPr>{opened}'
            f'<w:r>{look}{below}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>{closed}</w:p>'
        )

    def table(self, widths: list[float], rows: Iterable[Iterable[str]], *, lines: bool = False) -> None:
        """A table of fixed columns in mm; cells are paragraphs as Word writes them. The first row of a lined one repeats."""
        grid = [round(width * TWIPS) for width in widths]
        edges = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in SIDES)
        borders = f"<w:tblBorders>{edges}</w:tblBorders>" if lines else ""
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
        body = "".join(_row(cells, grid, head=lines and place == 0) for place, cells in enumerate(rows))
        self.add(
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(grid)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
            f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
        )

    def emblem_cells(self, width: float) -> list[Any]:
        """Three cells beside each other above the title, ready for pictures."""
        from docx.shared import Mm

        table = self.file.add_table(rows=1, cols=3)
        table.autofit = False
        cells = list(table.rows[0].cells)
        for cell in cells:
            cell.width = Mm(width)
            cell.paragraphs[0]._p.style = style_id(EMBLEM)
        return cells

    def picture(self, row: Any, image: bytes, alt: str) -> None:
        """A picture of the height of an emblem, with the words for those who do not see it."""
        from docx.shared import Mm

        drawn = row.add_run().add_picture(BytesIO(image), height=Mm(EMBLEM_MM))
        drawn._inline.docPr.set("descr", alt)

    def sign_origin(self, origin: str, version: int) -> None:
        """Write which text and version this is, so that the way back knows it."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        rows = "".join(
            f'<property fmtid="{FORMAT_ID}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
            for number, (name, value) in enumerate(((ORIGIN, origin), (VERSION, version)), start=2)
        )
        blob = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f'<Properties xmlns="{PROPERTIES}" xmlns:vt="{VALUES}">{rows}</Properties>'
        )
        package = self.file.part.package
        part = Part(PackURI("/docProps/custom.xml"), PROPERTIES_TYPE, blob.encode(), package)
        package.relate_to(part, PROPERTIES_LINK)

    def footer(self, note: str) -> None:
        """The version on the left, the page on the right."""
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm, Pt

        section = self.file.sections[0]
        row = section.footer.paragraphs[0]
        # The footer of the empty file has a stop of its own in the middle.
        row.style = self.file.styles["Normal"]
        row.paragraph_format.tab_stops.add_tab_stop(Mm(self.room_mm), WD_TAB_ALIGNMENT.RIGHT)
        row.add_run(f"{note}\tHalaman ")
        _field(row, "PAGE")
        row.add_run(" dari ")
        _field(row, "NUMPAGES")
        for run in row.runs:
            run.font.size = Pt(8.5)


def set_page(section: Any, page: PageSetup, *, wide: bool = False) -> None:
    """Paper and margins as the PDF has them; a wide annex lies on its side."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = Mm(page.width_mm), Mm(page.height_mm)
    margins = (page.top_mm, page.right_mm, page.bottom_mm, page.left_mm)
    if wide:
        width, height, margins = height, width, (22, 20, 20, 20)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, margins)


def _row(cells: Iterable[str], grid: list[int], *, head: bool) -> str:
    """A row that never breaks over a page."""
    rules = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(grid, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{rules}</w:trPr>{inside}</w:tr>"


def _field(row: Any, code: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    node = OxmlElement("w:fldSimple")
    node.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    node.append(run)
    row._p.append(node)
