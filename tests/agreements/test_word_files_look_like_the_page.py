"""A letter as DOCX is laid out like its page: columns keep their widths, heads repeat, rows and signatures stay whole."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from agreements.documents.letters import (
    Facts,
    Letter,
    Letterhead,
    Numbered,
    Signer,
    Table,
    letter_docx,
)


@pytest.fixture(scope="module")
def paper():
    blocks = (
        Facts((("Hari, tanggal", "Rabu"),)),
        Numbered(("Butir contoh yang panjang",)),
        Table(("No.", "Nama", "Tanda tangan"), (("1.", "Contoh", ""),), (10, 60, 30), tall=True),
    )
    letter = Letter(
        Letterhead("Pemerintah Contoh"), "Undangan", blocks, signers=(Signer("Sekretaris Daerah", "Contoh"),)
    )
    return Document(BytesIO(letter_docx(letter)))


def shares(table):
    widths = [column.width for column in table.columns]
    return [round(100 * width / sum(widths)) for width in widths]


def test_columns_keep_the_widths_of_the_page(paper):
    head, facts, grid, signers = paper.tables
    assert shares(head) == shares(facts) == [27, 3, 70]
    assert shares(grid) == [10, 60, 30]
    assert shares(signers) == [50, 50]
    for cell, column in zip(grid.rows[1].cells, grid.columns, strict=True):
        assert cell.width == column.width


def test_heads_repeat_and_no_row_is_torn(paper):
    grid, signers = paper.tables[2:]
    head, line = (row._tr.trPr for row in grid.rows)
    assert head.find(qn("w:tblHeader")) is not None
    assert line.find(qn("w:tblHeader")) is None
    assert signers.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None
    assert grid.rows[1].height.mm == pytest.approx(11, abs=0.1)


def test_a_numbered_item_hangs_under_its_words(paper):
    (item,) = [row for row in paper.paragraphs if row.text.startswith("1.\t")]
    assert item.paragraph_format.first_line_indent == -item.paragraph_format.left_indent
