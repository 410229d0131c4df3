"""A file handed in is compared with everything we issued, and forgotten."""

from io import BytesIO
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.choices import IssuedKind
from agreements.esign import Credentials, Spot
from agreements.esign.local import LocalProvider
from agreements.models import IssuedEntry, IssuedFile
from ksd.core import clock
from ksd.core.files import read_bytes
from ksd.core.models import StoredFile
from ksd.core.pdf import render_pdf
from tests.agreements.issuing import NIK, PASSPHRASE, issue, quick_printer
from tests.agreements.playing import Play

CHECK = "/periksa/"


@pytest.fixture
def text(play: Play):
    play.to("penandatanganan_kb")
    with quick_printer():
        yield play.case.naskah.get(kind="kb")


def page_of(client, issued: IssuedFile) -> str:
    response = client.get(issued.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def upload(content: bytes, name: str = "naskah.pdf") -> dict[str, SimpleUploadedFile]:
    return {"berkas": SimpleUploadedFile(name, content, "application/pdf")}


def test_the_very_file_is_genuine(text, cast, client):
    issued = issue(text, cast.officer)
    response = client.post(CHECK, upload(read_bytes(issued.file)))
    assert "<strong>Asli.</strong>" in response.content.decode()
    assert issued.get_absolute_url() in response.content.decode()
    assert IssuedEntry.objects.get().act == "cocok"


def marked(issued_like: str) -> bytes:
    return render_pdf(
        f'<html lang=id><head><title>x</title><meta name="keywords" content="{issued_like}"></head><p>isi'
    )


def test_one_changed_byte_is_found(text, cast, client):
    with patch("agreements.tasks.texts.render_pdf", render_pdf):
        issued = issue(text, cast.officer)
    content = bytearray(read_bytes(issued.file))
    content[len(content) // 2] ^= 1
    page = client.post(CHECK, upload(bytes(content))).content.decode()
    assert "<strong>Asli.</strong>" not in page
    forged = client.post(CHECK, upload(marked(f"KSD {issued.spaced_code}"))).content.decode()
    assert "<strong>Berubah.</strong>" in forged
    assert IssuedEntry.objects.filter(act="berbeda").exists()
    longer = client.post(CHECK, upload(read_bytes(issued.file) + b"\n% tambahan")).content.decode()
    assert "<strong>Berubah.</strong>" in longer


def test_a_file_signed_afterwards_begins_with_ours(text, cast, client, tmp_path):
    with patch("agreements.tasks.texts.render_pdf", render_pdf):
        issued = issue(text, cast.officer)
    signed = LocalProvider(tmp_path / "uji").sign(
        pdf=read_bytes(issued.file), credentials=Credentials(NIK, PASSPHRASE), spot=Spot("A", "Contoh Bupati")
    )
    page = client.post(CHECK, upload(signed)).content.decode()
    assert "Asli, kemudian ditandatangani" in page
    assert "Penerbit sertifikat tidak dikenal" in page or "UJI, bukan BSrE" in page
    assert "Contoh Bupati" not in page


def test_the_stored_signed_copy_is_known_too(play, cast, client):
    play.to("uji_dprd")
    text = play.case.naskah.get(kind="kb")
    with quick_printer():
        issue(text, cast.officer)
    copy = text.signatures.get(party__order=1).signed_copy
    page = client.post(CHECK, upload(read_bytes(copy))).content.decode()
    assert "Salinan bertanda tangan yang tersimpan" in page


def test_a_foreign_file_is_unknown_and_kept_nowhere(text, cast, client):
    before = StoredFile.objects.count()
    page = client.post(CHECK, upload(b"%PDF-1.4\nlain")).content.decode()
    assert "Tidak dikenal" in page
    assert StoredFile.objects.count() == before
    assert not IssuedEntry.objects.exists()


def test_a_file_that_is_no_pdf_or_too_large_is_refused(client, db, settings):
    assert client.post(CHECK, upload(b"GIF89a", "a.gif")).status_code == 422
    assert client.post(CHECK, upload(b"", "a.pdf")).status_code == 422
    settings.KSD_UPLOAD_MAX_BYTES = 10
    assert client.post(CHECK, upload(b"%PDF-1.4" + b"x" * 20)).status_code == 422


def test_asking_too_often_is_answered_with_patience(text, cast, client, settings):
    settings.KSD_CHECKS_PER_MINUTE = 3
    with patch("ksd.core.limits.running_minute", return_value=1):
        answers = [
            client.get("/periksa/" + "0" * 32 + "/", REMOTE_ADDR="10.1.1.1").status_code for _n in range(5)
        ]
        assert answers == [404, 404, 404, 429, 429]
        assert client.get("/periksa/" + "0" * 32 + "/", REMOTE_ADDR="10.1.1.2").status_code == 404
        refused = client.get("/periksa/" + "0" * 32 + "/", REMOTE_ADDR="10.1.1.1")
    assert refused["Retry-After"] == "60"
    assert "Tunggu sebentar" in refused.content.decode()


def test_a_forged_forwarding_header_buys_no_more_tries(client, db, settings):
    settings.KSD_CHECKS_PER_MINUTE = 2
    with patch("ksd.core.limits.running_minute", return_value=2):
        answers = [
            client.get(CHECK, REMOTE_ADDR="10.1.1.9", headers={"X-Forwarded-For": f"1.2.3.{n}"}).status_code
            for n in range(3)
        ]
    assert answers == [200, 200, 429]


def test_an_old_letters_page_says_what_it_is(text, cast, client, signed_in):
    issued = issue(text, cast.officer)
    letter = IssuedFile.objects.create(
        key="surat-x", kind=IssuedKind.LETTER, case=text.case, title="Penawaran kerja sama", issuer="BAGIAN KERJA SAMA",
        number="100/7", asked_by=cast.officer, sha256="c" * 64, size=3, file=issued.file, issued_at=clock.now(),
    )  # fmt: skip
    page = page_of(client, letter)
    assert "Penawaran kerja sama" in page
    assert "sah sesudah dinomori dan ditandatangani" in page
    assert cast.officer.get_full_name() not in page
    assert BytesIO(page.encode()).getbuffer().nbytes < 100_000
