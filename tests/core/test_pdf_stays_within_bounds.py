"""A document that would eat the machine is refused in plain words."""

import base64
import time
import tracemalloc
from io import BytesIO
from urllib.parse import quote

import pytest
from PIL import Image
from pypdf import PdfReader

from ksd.core import files, pdf
from ksd.core.bounds import TooDear, bounded
from ksd.core.errors import DomainError
from ksd.core.pdf import MAX_DEPTH, MAX_HTML, RefusedAddress, read_own, render_pdf

needs_pango = pytest.mark.skipif(not pdf.is_available(), reason="Pango tidak terpasang")


def test_ten_megabytes_of_text_are_refused_before_any_layout():
    started = time.monotonic()
    with pytest.raises(DomainError, match="terlalu besar atau terlalu rumit"):
        render_pdf("<p>" + "kata " * 2_100_000)
    assert time.monotonic() - started < 5
    assert MAX_HTML < 10_000_000


@pytest.mark.parametrize("box", ["<div>", "<table><tr><td>", "<span>", "<ul><li>", "<blockquote>"])
def test_boxes_nested_a_thousand_deep_are_refused(box):
    with pytest.raises(DomainError):
        render_pdf(box * 1000)


@needs_pango
def test_boxes_as_deep_as_documents_are_print():
    deep = "<div>" * (MAX_DEPTH - 1) + "isi" + "</div>" * (MAX_DEPTH - 1)
    assert render_pdf(f"<html lang=id><body>{deep}").startswith(b"%PDF")


def test_what_takes_too_long_is_stopped():
    with pytest.raises(TooDear, match="longer"), bounded(seconds=0.2, megabytes=2000):
        time.sleep(5)


def test_what_asks_for_too_much_memory_is_stopped_and_the_rest_goes_on():
    with pytest.raises(TooDear, match="larger"), bounded(seconds=20, megabytes=64):
        bytearray(512 * 1024 * 1024)
    assert len(bytearray(128 * 1024 * 1024)) == 128 * 1024 * 1024


@needs_pango
def test_a_document_that_takes_too_long_is_refused_in_plain_words(settings):
    settings.KSD_PDF_SECONDS = 0.05
    with pytest.raises(DomainError, match="terlalu rumit"):
        render_pdf("<html lang=id><body>" + "<table><tr><td>a<td>b</table>" * 3000)


BOMBS = [
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "data:image/svg+xml;base64," + base64.b64encode(b"<svg><foreignObject/></svg>").decode(),
    "data:image/png;base64," + "A" * 5_000_000,
    "data:image/png;base64,AAAA",
    "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
    "data:text/css,body{background:url(file:///etc/passwd)}",
    "data:application/pdf,x",
    "DATA:image/svg+xml,<svg/>",
]


@needs_pango
@pytest.mark.parametrize("url", BOMBS)
def test_a_picture_that_is_none_or_a_bomb_leaves_no_trace(url):
    made = render_pdf(f'<html lang=id><body><p>Pasal 1</p><img alt="x" src="{url}">')
    assert [image for page in PdfReader(BytesIO(made)).pages for image in page.images] == []


def test_a_picture_of_a_hundred_million_pixels_is_not_unpacked():
    target = BytesIO()
    Image.new("1", (12_000, 12_000)).save(target, "PNG")
    data = base64.b64encode(target.getvalue()).decode()
    tracemalloc.start()
    with pytest.raises(RefusedAddress, match="huge"):
        pdf._carried(f"data:image/png;base64,{data}")
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["naskah-pdf", "salinan-bertanda-tangan", "lampiran", "letter-pdf", ""])
def test_a_file_of_a_case_is_never_printed_into_a_document(kind):
    target = BytesIO()
    Image.new("RGB", (9, 9)).save(target, "PNG")
    stored = files.store_bytes(content=target.getvalue(), name="a.png", content_type="image/png", kind=kind)
    with pytest.raises(RefusedAddress, match="no picture for print"):
        read_own(f"ksd-file:{stored.pk}")


@pytest.mark.django_db
@pytest.mark.parametrize("reference", ["", "1", "../x", "00000000-0000-0000-0000-000000000000", "é"])
def test_a_reference_that_is_none_is_refused(reference):
    with pytest.raises(RefusedAddress):
        read_own(f"ksd-file:{reference}")


def test_a_qr_code_is_drawn_here():
    content, content_type = read_own("ksd-qr:" + quote("http://127.0.0.1:8000/periksa/abc/", safe=""))
    assert content_type == "image/png"
    assert Image.open(BytesIO(content)).size[0] > 200


@pytest.mark.parametrize("text", ["", "x" * 301])
def test_a_qr_code_of_nothing_or_a_novel_is_refused(text):
    with pytest.raises(RefusedAddress):
        read_own(f"ksd-qr:{text}")
