"""What may be uploaded: judged by content, refused in words that say what to do."""

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ksd.core.fields import DocumentField
from ksd.core.uploads import DOCUMENTS, DOCX_TYPE, IMAGES, PDF_ONLY, recognise


def picture(kind="PNG", size=(20, 10)):
    target = BytesIO()
    Image.new("RGB", size, "navy").save(target, kind)
    return target.getvalue()


def package(*names):
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as box:
        for name in names:
            box.writestr(name, "<x/>")
    return target.getvalue()


def huge_png(width=60_000, height=60_000):
    """A few bytes that claim to be a picture of 3.6 thousand million dots."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND")
    )


def chunk(name, content=b""):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


DOCX = package("[Content_Types].xml", "word/document.xml")
XLSX = package("[Content_Types].xml", "xl/workbook.xml")


def upload(name, content):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("kak.pdf", b"%PDF-1.7\n...", "application/pdf"),
        ("KAK.PDF", b"%PDF-1.7\n...", "application/pdf"),
        ("kak.docx", DOCX, DOCX_TYPE),
        ("rab.xlsx", XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("pindaian.png", picture(), "image/png"),
        ("pindaian.jpeg", picture("JPEG"), "image/jpeg"),
    ],
)
def test_an_honest_document_is_recognised_by_its_content(name, content, content_type):
    assert recognise(upload(name, content), DOCUMENTS).content_type == content_type


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("kosong.pdf", b"", "Berkas kosong"),
        ("gambar.pdf", picture(), "bukan PDF walaupun namanya"),
        ("program.pdf", b"MZ\x90\x00" + b"\0" * 64, "bukan PDF walaupun namanya"),
        ("program.exe", b"MZ\x90\x00", "“.exe” tidak diterima"),
        ("tanpa-akhiran", b"%PDF-1.7", "“tanpa akhiran” tidak diterima"),
        ("logo.svg", b"<svg/>", "“.svg” tidak diterima"),
        ("lama.doc", b"\xd0\xcf\x11\xe0", "“.doc” tidak diterima"),
        ("kak.docx", package("a.txt"), "bukan dokumen Word/Excel"),
        ("kak.docx", package("word/document.xml"), "bukan dokumen Word/Excel"),
        ("kak.docx", XLSX, "bukan dokumen Word/Excel"),
        ("kak.docx", DOCX[:40], "rusak atau tidak lengkap"),
        ("kak.docx", package("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "makro"),
        ("besar.png", huge_png(), "40 juta piksel"),
        ("besar.png", huge_png(9000, 9000), "40 juta piksel"),
        ("rusak.png", picture()[:40], "Gambar rusak"),
        ("rusak.jpg", b"\xff\xd8\xff\xe0 bukan gambar", "Gambar rusak"),
    ],
)
def test_a_dishonest_or_broken_file_is_refused_with_what_to_do(name, content, words):
    with pytest.raises(ValidationError) as refused:
        recognise(upload(name, content), DOCUMENTS)
    assert words in refused.value.messages[0]
    assert any(advice in refused.value.messages[0] for advice in ("unggah lagi", "Unggah", "simpan sebagai"))


def test_a_zip_bomb_in_word_clothes_is_refused(monkeypatch):
    monkeypatch.setattr("ksd.core.uploads.MAX_UNPACKED_BYTES", 1024 * 1024)
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr("[Content_Types].xml", "<x/>")
        box.writestr("word/document.xml", b"\0" * 2 * 1024 * 1024)
    with pytest.raises(ValidationError, match="terlalu besar setelah dibuka"):
        recognise(upload("kak.docx", target.getvalue()), DOCUMENTS)


def test_a_file_over_the_limit_is_refused_with_both_sizes(settings):
    settings.KSD_UPLOAD_MAX_BYTES = 1024
    with pytest.raises(ValidationError) as refused:
        recognise(upload("kak.pdf", b"%PDF-" + b"0" * 2048), DOCUMENTS)
    assert "paling besar" in refused.value.messages[0]


def test_a_rule_accepts_only_its_own_kinds():
    with pytest.raises(ValidationError, match="Unggah PDF"):
        recognise(upload("kak.docx", DOCX), PDF_ONLY)
    with pytest.raises(ValidationError, match="PNG atau JPG"):
        recognise(upload("kak.pdf", b"%PDF-1.7"), IMAGES)


def test_the_form_field_tells_the_browser_and_the_person_what_it_takes(settings):
    settings.KSD_UPLOAD_MAX_BYTES = 2 * 1024 * 1024
    field = DocumentField(PDF_ONLY)
    assert field.widget.attrs["accept"] == ".pdf"
    assert "PDF" in str(field.help_text)
    assert "2\N{NO-BREAK SPACE}MB" in str(field.help_text)
    with pytest.raises(ValidationError, match="bukan PDF"):
        field.clean(upload("a.pdf", picture()))
    assert field.clean(upload("a.pdf", b"%PDF-1.7")).name == "a.pdf"


def test_an_optional_field_may_stay_empty():
    assert DocumentField(PDF_ONLY, required=False).clean(None) is None
