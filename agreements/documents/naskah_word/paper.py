"""A Word file being written: one paragraph, table or picture at a time, each with its mark."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import Any

from agreements.documents.naskah_word.styles import add_lists, add_styles, style_id
from agreements.documents.sheet import PageSetup
from agreements.naskah.word.names import ORIGIN, VERSION, Mark

EMBLEM_MM = 24
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

    def frame_mark(self) -> Mark:
        """The mark of the next line that is written from data."""
        return Mark("f", next(self.frames))

    def line(self, text: str, style: str, *marks: Mark, into: Any = None, bold: bool = False) -> Any:
        """One paragraph in a style, wrapped in its bookmarks."""
        row = (into or self.file).add_paragraph()
        return self.fill(row, text, style, *marks, bold=bold)

    def fill(self, row: Any, text: str, style: str, *marks: Mark, bold: bool = False) -> Any:
        """Write into a paragraph there is."""
        row._p.style = style_id(style)
        numbers = [self._begin(row, mark) for mark in marks]
        run = row.add_run(text)
        if bold:
            run.bold = True
        for number in numbers:
            self._end(row, number)
        return row

    def heading(self, title: str, style: str, letters: str, mark: Mark) -> None:
        """A numbered heading with its title below the number, as one paragraph."""
        row = self.file.add_paragraph()
        row._p.style = style_id(style)
        number = self._begin(row, mark)
        run = row.add_run()
        run._r.style = style_id(letters)
        run.add_break()
        run.add_text(title)
        self._end(row, number)

    def _begin(self, row: Any, mark: Mark) -> int:
        number = next(self.ids)
        _append(row, "w:bookmarkStart", id=str(number), name=str(mark))
        return number

    def _end(self, row: Any, number: int) -> None:
        _append(row, "w:bookmarkEnd", id=str(number))

    def table(self, widths: list[float], rows: int) -> Any:
        """An empty table without lines, its columns in mm."""
        from docx.shared import Mm

        table = self.file.add_table(rows=rows, cols=len(widths))
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        return table

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
        width = self.page.width_mm - self.page.left_mm - self.page.right_mm
        row.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
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


def _append(row: Any, tag: str, **attributes: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    node = OxmlElement(tag)
    for name, value in attributes.items():
        node.set(qn(f"w:{name}"), value)
    row._p.append(node)


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
