"""The store: whole files or none, known by their content."""

import hashlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ksd.core import files
from ksd.core.errors import StorageTrouble
from ksd.core.models import StoredFile

PDF = b"%PDF-1.7 contoh"


def test_an_upload_is_stored_under_the_fingerprint_of_its_content(cast, file_store):
    stored = files.store_upload(
        upload=SimpleUploadedFile("KAK final.pdf", PDF),
        actor=cast.officer,
        kind="kak",
        accept=files.DOCUMENTS,
    )
    digest = hashlib.sha256(PDF).hexdigest()
    assert (stored.name, stored.content_type, stored.size, stored.sha256) == (
        "KAK final.pdf",
        "application/pdf",
        len(PDF),
        digest,
    )
    assert (file_store / stored.path).read_bytes() == PDF == files.read_bytes(stored)
    assert stored.created_by == cast.officer
    assert not list(file_store.rglob(".new-*"))


@pytest.mark.django_db
def test_what_we_made_twice_is_stored_once():
    first, again = (
        files.store_bytes(content=PDF, name="pks.pdf", content_type="application/pdf", kind="naskah")
        for _ in range(2)
    )
    assert first == again
    assert StoredFile.objects.count() == 1


@pytest.mark.django_db
def test_a_full_disk_leaves_no_row_and_no_half_file(file_store, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ksd.core.files.os.fsync", full)
    with pytest.raises(StorageTrouble, match="penyimpanan penuh") as trouble:
        files.store_bytes(content=PDF, name="pks.pdf", content_type="application/pdf", kind="naskah")
    assert trouble.value.status == 503
    assert StoredFile.objects.count() == 0
    assert [path for path in file_store.rglob("*") if path.is_file()] == []


@pytest.mark.django_db
def test_a_file_gone_from_the_store_is_told_and_not_a_crash(file_store):
    stored = files.store_bytes(content=PDF, name="pks.pdf", content_type="application/pdf", kind="naskah")
    (file_store / stored.path).unlink()
    for act in (files.read_bytes, files.file_response):
        with pytest.raises(StorageTrouble, match="tidak ditemukan"):
            act(stored)
    assert files.store_bytes(
        content=PDF, name="pks.pdf", content_type="application/pdf", kind="naskah"
    ).size == len(PDF)
    assert files.read_bytes(stored) == PDF


@pytest.mark.django_db
def test_only_harmless_kinds_are_shown_in_the_browser_and_nothing_is_sniffed():
    stored = files.store_bytes(content=PDF, name="pks.pdf", content_type="application/pdf", kind="naskah")
    page = files.store_bytes(content=b"<script>", name="a.html", content_type="text/html", kind="naskah")
    shown, saved, never = (
        files.file_response(stored, inline=True),
        files.file_response(stored),
        files.file_response(page, inline=True),
    )
    assert shown["Content-Disposition"] == 'inline; filename="pks.pdf"'
    assert saved["Content-Disposition"] == 'attachment; filename="pks.pdf"'
    assert never["Content-Disposition"].startswith("attachment")
    assert {response["X-Content-Type-Options"] for response in (shown, saved, never)} == {"nosniff"}
    for response in (shown, saved, never):
        response.close()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Dokumen\\KAK.PDF", "KAK.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie- x.pdf"),
        ("\u202efdp.exe.pdf", "fdp.exe.pdf"),
        ("...", "berkas"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_a_hostile_file_name_becomes_a_plain_one(given, kept):
    assert files.safe_name(given) == kept


def test_an_emblem_is_shrunk_and_loses_the_cameras_notes(cast):
    target = BytesIO()
    picture = Image.new("RGBA", (1200, 3000), (200, 30, 30, 120))
    picture.save(target, "PNG", pnginfo=None)
    stored = files.store_emblem(SimpleUploadedFile("lambang.png", target.getvalue()), cast.officer)
    kept = Image.open(BytesIO(files.read_bytes(stored)))
    assert kept.size == (180, 450)
    assert (kept.format, kept.mode, stored.content_type) == ("PNG", "RGBA", "image/png")


def test_a_photographed_emblem_is_turned_upright_and_kept_as_jpeg(cast):
    target = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (400, 200), "green").save(target, "JPEG", exif=exif)
    stored = files.store_emblem(SimpleUploadedFile("foto.jpeg", target.getvalue()), cast.officer)
    kept = Image.open(BytesIO(files.read_bytes(stored)))
    assert kept.size == (200, 400)
    assert stored.name == "foto.jpg"
    assert not kept.getexif()
