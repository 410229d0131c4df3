"""The printed page: size, DRAF on every page, page numbers, length of a real agreement."""

import io
from dataclasses import replace

import pytest
from pypdf import PageObject, PdfReader

from agreements.documents.printing import render_html
from agreements.documents.sheet import NaskahSheet
from ksd.core.pdf import is_available, render_pdf
from tests.agreements.naskah.cast import ANNEX, FACTS, KB, PKS, PKS_FACTS, body_of, sheet_of

pytestmark = pytest.mark.skipif(not is_available(), reason="Pango is not installed")
# A red dot of one pixel.
DOT = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=="
)


def pages(sheet: NaskahSheet) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(render_pdf(render_html(sheet)))).pages)


def test_a_real_agreement_prints_on_eight_to_ten_pages_of_f4():
    body = replace(body_of(PKS, PKS_FACTS), annexes=(ANNEX,))
    facts = replace(PKS_FACTS, parties=tuple(replace(party, emblem=DOT) for party in PKS_FACTS.parties))
    sheets = pages(sheet_of(PKS, facts, body))
    assert 8 <= len(sheets) <= 10
    assert [
        round(float(size) / 72 * 25.4) for size in (sheets[0].mediabox.width, sheets[0].mediabox.height)
    ] == [215, 330]
    assert sheets[-1].mediabox.width > sheets[-1].mediabox.height
    for number, sheet in enumerate(sheets, start=1):
        text = sheet.extract_text()
        assert "DRAF" in text
        assert f"Halaman {number} dari {len(sheets)}" in text
        assert "Draf versi 1" in text
    assert len(sheets[0].images) >= 1


def test_a_final_text_carries_no_watermark():
    text = "".join(page.extract_text() for page in pages(sheet_of(KB, FACTS, draft=False)))
    assert "DRAF" not in text
    assert "PIHAK KEDUA," in text
    assert text.index("PIHAK KEDUA,") < text.index("PIHAK KESATU,", text.index("PIHAK KEDUA,"))


def test_the_same_sheet_makes_the_same_html():
    assert render_html(sheet_of(KB, FACTS)) == render_html(sheet_of(KB, FACTS))
