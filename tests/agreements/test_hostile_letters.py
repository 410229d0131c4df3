"""Whatever is typed into a letter prints as text, fetches nothing, and never touches the mark of an issued paper."""

from io import BytesIO
from unittest.mock import patch

import pytest
from pypdf import PdfReader

from agreements.documents.letters import (
    Facts,
    Heading,
    Letter,
    Letterhead,
    Numbered,
    Signer,
    Table,
    Text,
    from_json,
    letter_html,
    to_json,
)
from agreements.documents.stamp import Stamp, stamped
from ksd.core import pdf
from tests.agreements.naskah.test_hostile_text import PAYLOADS

MARK = Stamp("http://127.0.0.1:8000/periksa/abc/", "4K7T-9M2P-XW05", "127.0.0.1:8000/periksa/")


def letter_with(texts: tuple[str, ...]) -> Letter:
    """The payloads in every place a person, or a register, can write into."""
    blocks = (
        *(Text(text) for text in texts),
        Heading(texts[0]),
        Numbered(texts),
        Facts(tuple((text, text) for text in texts)),
        Table((texts[0], texts[1]), tuple((text, text) for text in texts), caption=texts[2]),
    )
    return Letter(
        head=Letterhead(texts[0], texts[1], texts[2]), subject=texts[3], blocks=blocks, number=texts[4], nature=texts[5],
        annexes=texts[6], place=texts[7], dated=texts[8], addressee=texts[:3], copies_to=texts[3:6], note=texts[9],
        signers=(Signer(texts[0], texts[1], texts[2], texts[3]),),
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("start", range(0, 200, 50))
def test_no_payload_becomes_markup_of_a_letter(start):
    texts = PAYLOADS[start : start + 50]
    html = stamped(letter_html(from_json(to_json(letter_with(texts)))), MARK)
    plain = stamped(letter_html(letter_with(("biasa",) * 50)), MARK)
    assert html.count("<") == plain.count("<")
    assert html.index("ksd-qr:") < html.index("</head>")
    assert html.count("ksd-qr:") == 1


@pytest.mark.django_db
@pytest.mark.skipif(not pdf.is_available(), reason="Pango tidak terpasang")
def test_two_hundred_payloads_print_and_only_our_own_is_read():
    asked: list[str] = []
    real = pdf.read_own

    def watched(url: str) -> tuple[bytes, str]:
        asked.append(url)
        return real(url)

    with patch.object(pdf, "read_own", watched):
        made = pdf.render_pdf(stamped(letter_html(letter_with(PAYLOADS)), MARK))
    assert {url.partition(":")[0] for url in asked} == {"ksd-static", "ksd-qr"}
    assert not PdfReader(BytesIO(made)).attachments
    assert "/JavaScript" not in str(PdfReader(BytesIO(made)).trailer["/Root"])
