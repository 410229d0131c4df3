"""What a PDF says of itself: who signed it, when, whether it holds; hostile ones are told apart and break nothing."""

import zlib
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from agreements.esign import Credentials, Spot, read_pdf
from agreements.esign.local import LocalProvider
from agreements.models import PdfReading
from agreements.services.signed_pdf import store_signed_pdf
from ksd.core.models import StoredFile
from ksd.core.pdf_scripts import acts_by_itself
from ksd.core.uploads import PDF_ONLY, recognise
from tests.agreements.issuing import NIK, PASSPHRASE, small_pdf
from tests.agreements.playing import Play


@cache
def folder() -> Path:
    return Path(mkdtemp(prefix="ksd-tte-")) / "uji"


def signed(content: bytes, name: str = "A", signer: str = "Contoh Bupati") -> bytes:
    return LocalProvider(folder()).sign(
        pdf=content, credentials=Credentials(NIK, PASSPHRASE), spot=Spot(name, signer, "Setuju", "Tenggarong")
    )


@cache
def twice_signed() -> bytes:
    return signed(signed(small_pdf()), "B", "Contoh Walikota")


def packed(script: bytes) -> bytes:
    return (
        b"%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n"
        + zlib.compress(script)
        + b"\nendstream\n%%EOF"
    )


def trusting():
    return override_settings(KSD_ESIGN="uji", KSD_ESIGN_FOLDER=folder())


def test_who_signed_when_and_that_it_holds():
    with trusting():
        first, second = read_pdf(twice_signed()).signatures
    assert (first.signer, second.signer) == ("Contoh Bupati (UJI)", "Contoh Walikota (UJI)")
    assert first.given_at
    assert first.intact
    assert first.trusted
    assert (first.coverage, second.coverage) == ("extended", "whole")
    assert first.is_test
    assert second.is_test


def test_an_authority_nobody_named_is_not_trusted():
    (only,) = read_pdf(signed(small_pdf())).signatures
    assert only.intact
    assert not only.trusted


def test_another_authority_with_the_same_name_is_not_trusted(tmp_path):
    other = LocalProvider(tmp_path / "lain").sign(
        pdf=small_pdf(), credentials=Credentials(NIK, PASSPHRASE), spot=Spot("A", "Contoh Penipu")
    )
    with trusting():
        signed(small_pdf())
        (only,) = read_pdf(other).signatures
    assert only.intact
    assert not only.trusted


@pytest.mark.parametrize("place", [200, 3000, 6000])
def test_a_changed_byte_breaks_the_signature(place):
    content = bytearray(signed(small_pdf()))
    content[place] ^= 1
    report = read_pdf(bytes(content))
    assert not (report.is_signed and report.all_intact)


def test_what_is_added_after_the_signature_is_told():
    from io import BytesIO

    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(BytesIO(signed(small_pdf())))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page[generic.pdf_name("/Rotate")] = generic.NumberObject(90)
    writer.mark_update(writer.root["/Pages"]["/Kids"].raw_get(0))
    out = BytesIO()
    writer.write(out)
    report = read_pdf(out.getvalue())
    assert report.signatures[0].coverage == "changed"
    assert not report.all_intact


HOSTILE = {
    "empty": b"",
    "only magic": b"%PDF-",
    "text": b"%PDF-1.7\n" + b"halo " * 500,
    "truncated": b"/ByteRange" + small_pdf()[:800],
    "huge xref": b"%PDF-1.7\nxref\n0 99999999\n/ByteRange\ntrailer<</Size 99999999/Root 1 0 R>>\nstartxref\n9\n%%EOF",
    "xref loop": b"%PDF-1.7\n/ByteRange\nxref\n0 1\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF",
    "deep": b"%PDF-1.7\n/ByteRange 1 0 obj" + b"[" * 100_000 + b"\nstartxref\n9\n%%EOF",
    "self reference": b"%PDF-1.7\n1 0 obj 1 0 R endobj /ByteRange trailer<</Root 1 0 R>> startxref 9 %%EOF",
    "random": bytes(range(256)) * 200 + b"/ByteRange",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_pdf_is_a_finding_and_no_error(name):
    report = read_pdf(HOSTILE[name])
    assert report.fault in ("broken", "too_complex")
    assert not report.is_signed


def test_every_cut_of_a_signed_pdf_is_survived():
    content = twice_signed()
    for length in range(50, len(content), max(1, len(content) // 25)):
        report = read_pdf(content[:length])
        assert not (
            report.is_signed and report.signatures[-1].coverage == "whole" and len(report.signatures) == 2
        )


SCRIPTS = {
    "open action": b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n%%EOF",
    "only js": b"%PDF-1.7\n1 0 obj<</JS (x)>>endobj\n%%EOF",
    "hidden name": b"%PDF-1.7\n1 0 obj<</S/J#61vaScript/J#53(x)>>endobj\n%%EOF",
    "launch": b"%PDF-1.7\n1 0 obj<</S/Launch/F(cmd.exe)>>endobj\n%%EOF",
    "in an object stream": packed(b"1 0 <</S/JavaScript/JS(x)>>"),
    "hidden in an object stream": packed(b"1 0 <</S/#4aavaScript>>"),
    "a bomb of objects": packed(b"0" * 60_000_000),
    "packed oddly": b"%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter/LZWDecode>>stream\nxyz\nendstream\n%%EOF",
}  # fmt: skip


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_pdf_that_acts_by_itself_is_refused_with_what_to_do(name):
    with pytest.raises(ValidationError, match="memuat skrip atau perintah"):
        recognise(SimpleUploadedFile("a.pdf", SCRIPTS[name], "application/pdf"), PDF_ONLY)


def test_pages_that_talk_of_scripts_are_not_taken_for_one():
    assert not acts_by_itself(small_pdf())
    assert not acts_by_itself(twice_signed())
    stream = b"%PDF-1.7\n1 0 obj<</Length 9>>stream\n/JavaScript\nendstream\n%%EOF"
    assert not acts_by_itself(stream)
    assert not acts_by_itself(b"%PDF-1.7\n(/JSON)\n%%EOF")


def test_a_locked_pdf_is_refused_with_what_to_do(cast):
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(small_pdf())))
    writer.encrypt("rahasia", algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    assert read_pdf(out.getvalue()).encrypted
    with pytest.raises(ValidationError, match="terkunci kata sandi"):
        store_signed_pdf(upload=SimpleUploadedFile("a.pdf", out.getvalue()), actor=cast.officer)
    assert not StoredFile.objects.filter(kind="salinan-bertanda-tangan").exists()


def test_a_stored_copy_keeps_what_was_found(cast):
    stored = store_signed_pdf(upload=SimpleUploadedFile("a.pdf", twice_signed()), actor=cast.officer)
    found = PdfReading.objects.get(file=stored).summary
    assert [row.signer for row in found.signatures] == ["Contoh Bupati (UJI)", "Contoh Walikota (UJI)"]
    assert found.all_intact


def test_the_pages_of_text_and_case_show_what_a_signed_copy_says(play: Play, cast, signed_in):
    play.to("uji_dprd")
    text = play.case.naskah.get(kind="kb")
    row = text.signatures.get(party__order=1)
    client = signed_in(cast.officer)
    address = f"{text.get_absolute_url()}tanda-tangan/1/salinan/ganti/"
    token = client.get(address).context["form"].initial.get("form_token") or "a" * 32
    sent = {
        "form_token": token,
        "reason": "ditandatangani elektronik",
        "upload": SimpleUploadedFile("b.pdf", twice_signed()),
    }
    assert client.post(address, sent).status_code == 302
    row.refresh_from_db()
    for page in (
        text.get_absolute_url(),
        f"{text.case.get_absolute_url()}penandatanganan/",
        f"{text.get_absolute_url()}tte/",
    ):
        shown = client.get(page).content.decode()
        assert "Contoh Walikota (UJI)" in shown
        assert "UJI, bukan BSrE" in shown
    script = SimpleUploadedFile("c.pdf", SCRIPTS["open action"])
    refused = client.post(address, {"form_token": "b" * 32, "reason": "x", "upload": script})
    assert refused.status_code == 422
    assert "memuat skrip atau perintah" in refused.content.decode()
