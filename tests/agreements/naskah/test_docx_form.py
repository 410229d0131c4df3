"""The blank of each structured document opens in Word with every item the law asks for."""

import io

import pytest
from docx import Document
from docx.shared import Mm

from agreements.documents.docx_form import build_form
from agreements.law.loading import codes, latest
from agreements.law.schema import DocumentKind

KINDS = [(code, document) for code in codes() for document in latest(code).documents if document.items]


@pytest.mark.parametrize(("pack", "kind"), KINDS, ids=[f"{pack}-{kind.code}" for pack, kind in KINDS])
def test_a_blank_lists_every_item_with_its_help(pack: str, kind: DocumentKind):
    paper = Document(io.BytesIO(build_form(kind)))
    headings = [
        paragraph.text
        for paragraph in paper.paragraphs
        if paragraph.style and paragraph.style.name == "Heading 1"
    ]
    assert [text.removesuffix(" (bila ada)") for text in headings] == [
        f"{number}. {item.label}" for number, item in enumerate(kind.items, start=1)
    ]
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert kind.label.upper() in text
    assert all(item.help in text for item in kind.items)
    assert all(label in text for item in kind.items for _, label in item.choices)


def test_a_blank_is_on_f4_in_our_letter_with_room_to_write():
    kind = next(document for document in latest("ksdd").documents if document.code == "kak")
    paper = Document(io.BytesIO(build_form(kind)))
    section = paper.sections[0]
    assert [round((size or 0) / Mm(1)) for size in (section.page_width, section.page_height)] == [215, 330]
    assert paper.styles["Normal"].font.name == "Arial"
    assert len(paper.tables) == 1 + len(kind.items)
    assert paper.core_properties.title == kind.label
