"""PDF from HTML, and nothing but our own files in it."""

import base64
import logging
import socket
import threading
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from ksd.core import checks, files, pdf
from ksd.core.errors import DomainError
from ksd.core.pdf import RefusedAddress, read_own, render_pdf

pytestmark = pytest.mark.skipif(not pdf.is_available(), reason="Pango tidak terpasang")


@pytest.fixture
def listener():
    """A server on this machine that notes every call."""
    calls: list[bytes] = []
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    done = threading.Event()

    def listen():
        while not done.is_set():
            try:
                caller, _address = server.accept()
            except TimeoutError:
                continue
            with caller:
                caller.settimeout(0.5)
                calls.append(b"called")

    thread = threading.Thread(target=listen)
    thread.start()
    yield server.getsockname()[1], calls
    done.set()
    thread.join()
    server.close()


def picture(size=(40, 30), colour="navy"):
    target = BytesIO()
    Image.new("RGB", size, colour).save(target, "PNG")
    return target.getvalue()


def images_in(document):
    return [image for page in PdfReader(BytesIO(document)).pages for image in page.images]


def test_a_page_becomes_a_pdf_with_its_text():
    document = render_pdf("<h1>KESEPAKATAN BERSAMA</h1><p>Pasal 1</p>")
    reader = PdfReader(BytesIO(document))
    assert document.startswith(b"%PDF-")
    assert "KESEPAKATAN BERSAMA" in reader.pages[0].extract_text()


def test_the_same_page_gives_the_same_bytes():
    html = "<html lang=id><title>PKS</title><p>Pasal 1</p></html>"
    assert render_pdf(html) == render_pdf(html)


@pytest.mark.django_db
def test_a_stored_emblem_is_printed():
    stored = files.store_bytes(content=picture(), name="lambang.png", content_type="image/png", kind="emblem")
    document = render_pdf(f'<img src="ksd-file:{stored.pk}" width="40" height="30">')
    assert len(images_in(document)) == 1


def test_a_picture_within_the_document_is_printed():
    data = base64.b64encode(picture()).decode()
    assert len(images_in(render_pdf(f'<img src="data:image/png;base64,{data}">'))) == 1


HOSTILE = [
    '<img src="{url}">',
    '<link rel="stylesheet" href="{url}">',
    '<link rel="attachment" href="{url}">',
    '<a rel="attachment" href="{url}">lampiran</a>',
    "<style>@import url({url});</style>",
    "<style>body {{ background: url({url}) }}</style>",
    "<style>p::before {{ content: url({url}) }}</style>",
    "<style>@font-face {{ font-family: x; src: url({url}) }} p {{ font-family: x }}</style>",
    "<style>li {{ list-style-image: url({url}) }}</style><li>x",
    '<object data="{url}"></object>',
    '<embed src="{url}">',
    '<svg width="9" height="9"><image href="{url}" width="9" height="9"/></svg>',
    '<svg width="9" height="9"><use href="{url}#a"/></svg>',
    '<base href="{url}"><img src="gambar.png">',
    '<table background="{url}"><tr><td>x</table>',
]


@pytest.mark.parametrize("markup", HOSTILE)
@pytest.mark.parametrize("scheme", ["http", "ftp"])
def test_no_address_in_a_text_is_ever_called(markup, scheme, listener):
    port, calls = listener
    document = render_pdf(f"<p>Pasal 1</p>{markup.format(url=f'{scheme}://127.0.0.1:{port}/rahasia.png')}")
    assert calls == []
    assert document.startswith(b"%PDF-")


@pytest.mark.parametrize("markup", HOSTILE)
def test_no_file_of_the_machine_ends_up_in_a_document(markup, tmp_path):
    secret = tmp_path / "rahasia.png"
    secret.write_bytes(picture((77, 33)))
    document = render_pdf(f"<p>Pasal 1</p>{markup.format(url=secret.as_uri())}")
    reader = PdfReader(BytesIO(document))
    assert images_in(document) == []
    assert not reader.attachments


def test_a_picture_that_is_a_drawing_cannot_reach_out_either(listener, tmp_path):
    port, calls = listener
    secret = tmp_path / "rahasia.png"
    secret.write_bytes(picture((77, 33)))
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        f'<image href="http://127.0.0.1:{port}/x.png" width="9" height="9"/>'
        f'<image href="{secret.as_uri()}" width="9" height="9"/></svg>'
    )
    data = base64.b64encode(drawing.encode()).decode()
    document = render_pdf(f'<img src="data:image/svg+xml;base64,{data}">')
    assert calls == []
    assert images_in(document) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "https://kemendagri.go.id/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1/",
        "data:text/html,<script>",
        "data:text/css,body{}",
        "ksd-static:../ksd/settings/base.py",
        "ksd-static:/etc/passwd",
        "ksd-static:js/ksd.js",
        "ksd-static:tidak/ada.css",
        "JavaScript:alert(1)",
        "etc/passwd",
    ],
)
def test_an_address_that_is_not_ours_is_refused(address):
    with pytest.raises(RefusedAddress):
        read_own(address)


def test_our_own_style_sheets_are_read():
    content, content_type = read_own("ksd-static:css/print.css")
    assert content_type == "text/css"
    assert content


def test_the_administrator_is_warned_when_pango_is_missing(monkeypatch):
    assert checks.pdf_libraries() == []
    monkeypatch.setattr("ksd.core.pdf._LIBRARIES", ("libtidak-ada.so.0",))
    (warning,) = checks.pdf_libraries()
    assert "PDF mati: pasang" in warning.msg


def test_a_worker_without_pango_starts_all_the_same(monkeypatch):
    def missing(_html):
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr("ksd.core.pdf.render_pdf", missing)
    pdf.warm_up()


def test_a_worker_warms_up_without_a_complaint(caplog, monkeypatch):
    # WeasyPrint keeps its complaints to itself until somebody listens.
    monkeypatch.setattr(logging.getLogger("weasyprint"), "propagate", True)
    pdf.warm_up()
    assert not caplog.records


def test_without_pango_a_paper_says_so_in_words(monkeypatch):
    monkeypatch.setattr("ksd.core.pdf._LIBRARIES", ("libtidak-ada.so.0",))
    with pytest.raises(DomainError, match="PDF belum dapat dibuat di server ini") as refused:
        render_pdf("<html lang=id><title>PKS</title></html>")
    assert "memasang pustaka Pango" in str(refused.value.remedy)
