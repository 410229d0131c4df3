"""A naskah as DOCX: the same words as the PDF, in styles and numbers that Word and LibreOffice keep (F24)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from agreements.documents.docx import BEGINNING, finished
from agreements.documents.naskah_word.annexes import write_annexes
from agreements.documents.naskah_word.frame import FrameLines, write_closing, write_head, write_opening
from agreements.documents.naskah_word.paper import Paper
from agreements.documents.sheet import NaskahSheet, PrintedPasal
from agreements.naskah.structure import Body
from agreements.naskah.word import names
from agreements.naskah.word.names import Mark, pasal_mark

Images = Callable[[str], bytes | None]

__all__ = ["FrameLines", "Origin", "naskah_docx"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Which text and version a file is made from, and when that version was written."""

    naskah: str
    version: int
    written: datetime = BEGINNING


def naskah_docx(sheet: NaskahSheet, body: Body, origin: Origin, images: Images) -> bytes:
    """The file of one version; the same sheet gives the same bytes."""
    paper = Paper(sheet.page)
    paper.sign_origin(origin.naskah, origin.version)
    paper.footer(sheet.version_note)
    write_head(paper, sheet, Mark("v", origin.version, 0, origin.naskah), images)
    write_opening(paper, sheet)
    for number, item in enumerate(sheet.recitals, start=1):
        paper.line(item.text, names.RECITAL, Mark("r", number))
    if sheet.bases:
        paper.line(sheet.bases_intro, names.SENTENCE, paper.frame_mark())
    for number, item in enumerate(sheet.bases, start=1):
        paper.line(item.text, names.BASIS, Mark("b", number))
    paper.line(sheet.agreement, names.SENTENCE, paper.frame_mark())
    for number, (pasal, source) in enumerate(zip(sheet.pasal, body.pasal, strict=True), start=1):
        _write_pasal(paper, pasal, source.clause, number)
    write_closing(paper, sheet)
    write_annexes(paper, sheet)
    return finished(paper.file, sheet.document_title, origin.written)


def _write_pasal(paper: Paper, pasal: PrintedPasal, clause: str, number: int) -> None:
    """The heading, then ayat and huruf; a pasal of one ayat has no number for it."""
    mark = pasal_mark(clause, number)
    paper.add(paper.paragraph(pasal.title, names.PASAL, mark, letters=names.PASAL_TITLE))
    for index, ayat in enumerate(pasal.ayat, start=1):
        style, below = (names.AYAT, names.HURUF) if ayat.mark else (names.ONLY_AYAT, names.ONLY_HURUF)
        leads = "<w:keepNext/>" if ayat.huruf else ""
        paper.line(ayat.text, style, pasal_mark(clause, number, index), begin=leads)
        for place, item in enumerate(ayat.huruf, start=1):
            paper.line(item.text, below, pasal_mark(clause, number, index, place))
