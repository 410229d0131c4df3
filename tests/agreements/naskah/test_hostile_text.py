"""Whatever is typed into a naskah prints as text and fetches nothing."""

import io
from dataclasses import replace
from html import unescape
from itertools import product

import pytest
from pypdf import PdfReader

from agreements.documents import docx_form
from agreements.documents.printing import page_css, render_html
from agreements.documents.sheet import NaskahSheet
from agreements.naskah.plain import clean, parse_ayat, print_ayat
from agreements.naskah.structure import Annex, Ayat, Body, Pasal
from ksd.core import pdf
from tests.agreements.naskah.cast import FACTS, KB, KUBAR, sheet_of

TARGETS = (
    "file:///etc/passwd", "http://127.0.0.1:9/x", "https://evil.example/x.css", "ksd-file:00000000-0000-0000-0000-000000000000",
    "ksd-static:css/ksd.css", "//evil.example/x", "data:image/svg+xml,<svg onload=alert(1)>", "../../../etc/shadow",
)  # fmt: skip
SHAPES = (
    "<script src='{0}'></script>", "<img src={0}>", '<img src="{0}" onerror=alert(1)>', "<link rel=stylesheet href='{0}'>",
    "<style>@import url('{0}');</style>", "</style><style>body{{background:url({0})}}", "<svg><image href='{0}'/></svg>",
    "<svg><use xlink:href='{0}#a'/></svg>", "<iframe src='{0}'></iframe>", "<object data='{0}'></object>",
    "<embed src='{0}'>", "<a rel=attachment href='{0}'>lampiran</a>", "<link rel=attachment href='{0}'>",
    "<meta http-equiv=refresh content='0;url={0}'>", "<base href='{0}'>", "<table background='{0}'>",
    "<p style=\"background:url('{0}')\">", "<input type=image src='{0}'>", "<video poster='{0}'>",
    "<math><mtext><img src='{0}'></math>", "\"><img src='{0}'>", "'\"--></title><img src={0}>", "]]><img src={0}>",
    "{{{{ '{0}'|safe }}}}", "{{% include '{0}' %}}",
)  # fmt: skip
PAYLOADS = tuple(shape.format(target) for shape, target in product(SHAPES, TARGETS))


def sheet_with(texts: tuple[str, ...]) -> NaskahSheet:
    """The payloads in every place a person can type into."""
    pasal = tuple(Pasal(f"p{number}", text, (Ayat(text, (text,)),)) for number, text in enumerate(texts))
    body = Body(
        recitals=texts, bases=texts, pasal=pasal, annexes=(Annex(texts[0], texts, (texts[:4], texts[:4])),)
    )
    party = replace(
        KUBAR,
        name=texts[0],
        signer=texts[1],
        position=texts[2],
        address=texts[3],
        number=texts[0],
        emblem=texts[1],
    )
    facts = replace(FACTS, title=texts[0], place=texts[1], parties=(FACTS.parties[0], party))
    return replace(sheet_of(KB, facts, body), version_note=texts[2])


def test_there_are_two_hundred_payloads():
    assert len(set(PAYLOADS)) == 200


@pytest.mark.parametrize("start", range(0, 200, 20))
def test_no_payload_becomes_markup(start: int):
    texts = PAYLOADS[start : start + 20]
    html = render_html(sheet_with(texts))
    plain = render_html(sheet_with(("biasa",) * 20))
    assert html.count("<") == plain.count("<")
    for text in texts:
        assert clean(text) in unescape(html)
    assert all(mark not in page_css(sheet_with(texts)) for mark in "<&'\"")


@pytest.mark.skipif(not pdf.is_available(), reason="Pango is not installed")
def test_two_hundred_payloads_print_as_text_and_fetch_only_our_style(monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    real = pdf.read_own

    def watched(url: str) -> tuple[bytes, str]:
        asked.append(url)
        return real(url)

    monkeypatch.setattr(pdf, "read_own", watched)
    content = pdf.render_pdf(render_html(sheet_with(PAYLOADS)))
    assert {url.split("?")[0] for url in asked} <= {
        "ksd-static:css/naskah.css", "ksd-static:fonts/arimo-latin-400-normal.woff2",
        "ksd-static:fonts/arimo-latin-700-normal.woff2",
    }  # fmt: skip
    reader = PdfReader(io.BytesIO(content))
    text = "".join("".join(page.extract_text().split()) for page in reader.pages)
    for payload in PAYLOADS:
        assert "".join(payload.split()) in text, payload
    assert not reader.attachments
    assert b"root:x:0" not in content


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_payloads_come_back_from_the_form_as_they_were_typed(start: int):
    ayat = tuple(Ayat(clean(text), (clean(text),)) for text in PAYLOADS[start : start + 50])
    assert parse_ayat(print_ayat(ayat)) == ayat


def test_a_word_blank_takes_hostile_labels_as_text():
    from docx import Document

    from agreements.law.schema import DocumentKind, Item

    kind = DocumentKind(
        "x", PAYLOADS[0], "PD", "optional", PAYLOADS[1], items=(Item("a", PAYLOADS[2], help=PAYLOADS[3]),)
    )
    paper = Document(io.BytesIO(docx_form.build_form(kind)))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert all(payload.lower() in text.lower() for payload in PAYLOADS[:4])
