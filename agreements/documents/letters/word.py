"""A letter as DOCX, to be finished and signed outside."""

from io import BytesIO
from typing import Any
from uuid import UUID

from agreements.documents.docx import finished
from agreements.documents.letters.sheet import (
    BLANK,
    Drawing,
    Facts,
    Heading,
    Letter,
    Marked,
    Numbered,
    Signer,
    Table,
    Text,
    printable,
)
from agreements.documents.letters.word_tables import facts_table, grid_table, signers_table
from ksd.core.files import read_bytes
from ksd.core.models import StoredFile
from ksd.core.words import small_letters

# The fonts an office computer has, with the widths of ours.
FONTS = {"arimo": "Arial", "tinos": "Times New Roman"}
EMBLEM_MM = 22
HANGING_MM = 8


def letter_docx(letter: Letter) -> bytes:
    """The letter as an editable file with the same words as the PDF."""
    from docx import Document

    letter = printable(letter)
    paper = Document()
    _page(paper, letter)
    _head(paper, letter)
    _opening(paper, letter)
    for block in letter.blocks:
        _block(paper, block)
    _signers(paper, letter)
    _copies(paper, letter)
    _annexes(paper, letter)
    return finished(paper, letter.subject)


def _page(paper: Any, letter: Letter) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    page, section = letter.head.page, paper.sections[0]
    width, height = Mm(page.width_mm), Mm(page.height_mm)
    if letter.landscape:
        section.orientation, width, height = WD_ORIENT.LANDSCAPE, height, width
    section.page_width, section.page_height = width, height
    section.top_margin, section.right_margin = Mm(page.top_mm), Mm(page.right_mm)
    section.bottom_margin, section.left_margin = Mm(page.bottom_mm), Mm(page.left_mm)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = FONTS.get(page.font, FONTS["arimo"]), Pt(page.size_pt)
    style.paragraph_format.space_after = Pt(6)


def _line(paper: Any, text: str, *, bold: bool = False, centre: bool = False, keep: bool = False) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    row = paper.add_paragraph()
    row.add_run(text).bold = bold
    row.paragraph_format.keep_with_next = keep
    if centre:
        row.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return row


def _head(paper: Any, letter: Letter) -> None:
    from docx.shared import Mm, Pt

    head = letter.head
    if head.emblem:
        row = _line(paper, "", centre=True)
        row.runs[0].add_picture(_emblem(head.emblem), height=Mm(EMBLEM_MM))
    rows = [(head.government, True), (head.office, True), (head.address, False)]
    for text, bold in rows:
        if text:
            _line(paper, text, bold=bold, centre=True).paragraph_format.space_after = Pt(0)
    _line(paper, "").paragraph_format.space_after = Pt(0)


def _emblem(address: str) -> BytesIO:
    return BytesIO(read_bytes(StoredFile.objects.get(pk=UUID(address.partition(":")[2]))))


def _opening(paper: Any, letter: Letter) -> None:
    if letter.form == "keputusan":
        _decision_title(paper, letter)
        return
    if letter.form != "surat":
        _line(paper, letter.subject.upper(), bold=True, centre=True)
        if letter.form == "berita_acara" or letter.number:
            _line(paper, f"Nomor: {letter.number or BLANK}", centre=True)
        return
    _line(paper, f"{letter.place or BLANK}, {letter.dated or BLANK}").alignment = 2
    facts = (
        ("Nomor", letter.number or BLANK),
        ("Sifat", letter.nature),
        ("Lampiran", letter.annexes),
        ("Hal", letter.subject),
    )
    _facts(paper, tuple(row for row in facts if row[1]))
    lines = [_line(paper, text) for text in (("Yth.", *letter.addressee) if letter.addressee else ())]
    for line in lines[:-1]:
        line.paragraph_format.space_after = 0


def _decision_title(paper: Any, letter: Letter) -> None:
    """Whose decision, under which number, about what."""
    decider = letter.decided_by.upper()
    _line(paper, f"KEPUTUSAN {decider}", bold=True, centre=True)
    for words in (f"NOMOR {letter.number or BLANK}", "TENTANG"):
        _line(paper, words, centre=True)
    _line(paper, letter.subject.upper(), bold=True, centre=True)
    _line(paper, f"{decider},", centre=True)


def _block(paper: Any, block: Any) -> None:
    if isinstance(block, Text):
        _line(paper, block.text)
    elif isinstance(block, Heading):
        _line(paper, block.text, bold=True, keep=True)
    elif isinstance(block, Numbered):
        _numbered(paper, block)
    elif isinstance(block, Facts):
        _facts(paper, block.rows)
    else:
        _wide(paper, block)


def _numbered(paper: Any, block: Numbered) -> None:
    """Each item with its mark hanging in the margin of the list."""
    from docx.shared import Mm

    for number, item in enumerate(block.items, start=1):
        mark = f"{number}." if block.style == "number" else f"{small_letters(number)}."
        shape = _line(paper, f"{mark}\t{item}").paragraph_format
        shape.left_indent, shape.first_line_indent = Mm(HANGING_MM), Mm(-HANGING_MM)


def _wide(paper: Any, block: Any) -> None:
    """What takes the whole width: a table, a redline, a drawing (which Word gets in words)."""
    if isinstance(block, Table):
        _table(paper, block)
    elif isinstance(block, Marked):
        _marked(paper, block)
    elif isinstance(block, Drawing):
        _line(paper, f"{block.caption} {block.alt} (Gambarnya ada pada bentuk PDF.)".strip())


def _marked(paper: Any, block: Marked) -> None:
    """Added words underlined, removed ones struck out, both with their signs."""
    row = _line(paper, f"{block.mark} " if block.mark else "")
    for fate, text in block.runs:
        signs = {"added": "[+{}+]", "removed": "[-{}-]"}.get(fate, "{}")
        run = row.add_run(signs.format(text))
        run.underline, run.font.strike = fate == "added", fate == "removed"


def _facts(paper: Any, rows: tuple[tuple[str, str], ...]) -> None:
    if rows:
        facts_table(paper, Facts(rows))
        _line(paper, "")


def _table(paper: Any, block: Table) -> None:
    if block.caption:
        _line(paper, block.caption, bold=True, keep=True)
    grid_table(paper, block)
    _line(paper, "")


def _signers(paper: Any, letter: Letter) -> None:
    if not letter.signers:
        return
    columns = max(2, min(len(letter.signers), 3))
    told = ["\n".join(_signer_lines(signer)).strip("\n") for signer in letter.signers]
    signers_table(paper, ["", *told] if len(told) == 1 else told, columns)


def _signer_lines(signer: Signer) -> list[str]:
    return [signer.above, f"{signer.title},", "", "", "", signer.name, signer.below]


def _copies(paper: Any, letter: Letter) -> None:
    if letter.copies_to:
        _line(paper, "Tembusan:", keep=True)
        for number, name in enumerate(letter.copies_to, start=1):
            _line(paper, f"{number}. {name}")
    if letter.note:
        _line(paper, letter.note)


def _annexes(paper: Any, letter: Letter) -> None:
    """What follows the signature, each heading on a new page."""
    for number, block in enumerate(letter.annexed):
        # Said of the heading itself: a break in a line of its own leaves an empty page after a full one.
        if isinstance(block, Heading) and not block.inner:
            row = _line(paper, block.text, bold=True, centre=True, keep=True)
            row.paragraph_format.page_break_before = True
            continue
        if number == 0:
            paper.add_page_break()
        _block(paper, block)
