"""Papers that leave the house: issued once per content, made to last, known by token, code and hash, each with its receipt."""

import hashlib
import re
from io import BytesIO
from unittest.mock import patch
from urllib.parse import quote

import pytest
from PIL import Image
from pypdf import PdfReader

from agreements.choices import IssuedKind
from agreements.documents.stamp import stamp_of, stamped
from agreements.models import IssuedEntry, IssuedFile, Naskah
from agreements.services.pdf import request_naskah_pdf
from agreements.services.wording import move_pasal
from ksd.core import pdf
from ksd.core.files import read_bytes, store_bytes
from ksd.core.jobs import run_job
from ksd.core.models import Job, JobState
from ksd.core.pdf import read_own
from ksd.core.shortcodes import read_code
from tests.agreements.issuing import issue, quick_printer
from tests.agreements.playing import Play

needs_pango = pytest.mark.skipif(not pdf.is_available(), reason="Pango tidak terpasang")


@pytest.fixture
def text(play: Play):
    play.to("penandatanganan_kb")
    with quick_printer():
        yield play.case.naskah.get(kind="kb")


def address(issued: IssuedFile, name: str = "terbitan") -> str:
    return f"/kerja-sama/{name}/{issued.token}/"


def test_the_same_content_keeps_its_token_code_and_hash(text, cast):
    first, second = issue(text, cast.officer), issue(text, cast.partner)
    assert (first.pk, first.token, first.sha256) == (second.pk, second.token, second.sha256)
    assert IssuedFile.objects.count() == 1
    assert first.kind == IssuedKind.FINAL
    assert hashlib.sha256(read_bytes(first.file)).hexdigest() == first.sha256
    assert len(read_bytes(first.file)) == first.size


def test_other_words_are_another_paper(play, cast):
    play.to("penyusunan_kb")
    draft = play.draft("kb")
    with quick_printer():
        first = issue(draft, cast.officer)
        move_pasal(actor=cast.officer, naskah=draft, clause="objek", steps=1, seen_number=1)
        second = issue(draft, cast.officer)
    assert first.token != second.token
    assert first.sha256 != second.sha256
    assert {first.kind, second.kind} == {IssuedKind.DRAFT}


def test_of_two_workers_that_made_it_the_first_ones_bytes_count(text, cast):
    job = request_naskah_pdf(actor=cast.officer, naskah=text)
    issued = IssuedFile.objects.get(pk=job.payload["issued"])
    late = store_bytes(
        content=b"%PDF-lambat", name="a.pdf", content_type="application/pdf", kind="naskah-pdf"
    )
    early = store_bytes(
        content=b"%PDF-cepat", name="a.pdf", content_type="application/pdf", kind="naskah-pdf"
    )
    assert IssuedFile.objects.settle(issued.pk, early) == early
    assert IssuedFile.objects.settle(issued.pk, late) == early
    run_job(job.pk)
    job.refresh_from_db()
    assert job.result == early
    issued.refresh_from_db()
    assert issued.sha256 == early.sha256


def test_a_paper_whose_printing_failed_is_issued_by_nobody(text, cast):
    with patch("agreements.tasks.texts.render_pdf", side_effect=OSError("disk penuh")):
        job = request_naskah_pdf(actor=cast.officer, naskah=text)
        run_job(job.pk)
    issued = IssuedFile.objects.get()
    assert issued.issued_at is None
    assert issued.sha256 == ""
    assert not IssuedFile.objects.ready().exists()
    Job.objects.filter(pk=job.pk).update(state=JobState.QUEUED)
    assert run_job(job.pk)
    assert IssuedFile.objects.ready().get().token == issued.token


def test_tokens_have_128_bits_and_a_million_guesses_find_none():
    from agreements.models.issued import new_token

    issued = {new_token() for _number in range(5_000)}
    assert len(issued) == 5_000
    assert all(re.fullmatch(r"[0-9a-f]{32}", token) for token in issued)
    assert not any(new_token() in issued for _number in range(1_000_000))


@needs_pango
def test_the_printed_paper_is_archival_tagged_and_marked_on_every_page(play, cast):
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    issued = issue(text, cast.officer)
    content = read_bytes(issued.file)
    reader = PdfReader(BytesIO(content))
    root = reader.trailer["/Root"]
    about = root["/Metadata"].get_data().decode()
    assert 'pdfaid:part="3"' in about
    assert 'pdfaid:conformance="A"' in about
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "id"
    assert "/StructTreeRoot" in root
    assert reader.metadata.keywords == f"KSD {issued.spaced_code}"
    for page in reader.pages:
        assert issued.spaced_code in page.extract_text()
        assert "127.0.0.1:8000/periksa/" in page.extract_text()
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(inner)
            assert "+Arimo" in font.get_object()["/BaseFont"]
    titles = [row["/Title"] for row in _flat(reader.outline)]
    assert any(title.startswith("Pasal 1 ") for title in titles)
    drawn = [image.image.size for image in reader.pages[-1].images]
    expected = Image.open(BytesIO(read_own(f"ksd-qr:{quote(issued.public_url, safe='')}")[0])).size
    assert expected in drawn


def _flat(outline):
    for row in outline:
        yield from _flat(row) if isinstance(row, list) else [row]


def test_the_mark_holds_nothing_but_our_own_words(text, cast, settings):
    issued = issue(text, cast.officer)
    settings.KSD_BASE_URL = "https://ksd.contoh.test/aplikasi/"
    marked = stamped("<head></head>", stamp_of(issued))
    assert f"ksd.contoh.test/aplikasi/periksa/ \\A Kode {issued.spaced_code}" in marked
    assert f"https%3A%2F%2Fksd.contoh.test%2Faplikasi%2Fperiksa%2F{issued.token}%2F" in marked
    settings.KSD_BASE_URL = 'https://x"}</style><script>'
    assert "<script" not in stamped("<head></head>", stamp_of(issued))


def test_a_download_stands_on_the_receipt_with_name_and_time(text, cast, signed_in):
    issued = issue(text, cast.officer)
    job = Job.objects.get(result=issued.file)
    client = signed_in(cast.partner)
    fetched = client.get(f"{text.get_absolute_url()}berkas/{job.public_id}/")
    assert hashlib.sha256(b"".join(fetched.streaming_content)).hexdigest() == issued.sha256
    entry = IssuedEntry.objects.get()
    assert (entry.act, entry.by, entry.times) == ("unduh", cast.partner, 1)
    page = client.get(address(issued)).content.decode()
    assert cast.partner.get_full_name() in page
    assert issued.sha256 in page
    assert issued.public_url in page


def test_a_receipt_is_read_by_the_parties_and_found_by_no_stranger(text, cast, signed_in):
    issued = issue(text, cast.officer)
    for person, status in (
        (cast.officer, 200),
        (cast.observer, 200),
        (cast.biro, 200),
        (cast.stranger, 404),
        (cast.nobody, 404),
    ):
        client = signed_in(person)
        assert client.get(address(issued)).status_code == status
        assert client.get(f"{text.get_absolute_url()}terbitan/").status_code == status
    assert signed_in(cast.stranger).post(f"{address(issued)}cetak/").status_code == 404


def test_nobody_sees_a_receipt_without_signing_in(text, cast, client):
    issued = issue(text, cast.officer)
    assert "/akun/login/" in client.get(address(issued))["Location"]


def test_the_receipt_is_printed_as_a_paper_with_a_code_of_its_own(text, cast, signed_in):
    issued = issue(text, cast.officer)
    client = signed_in(cast.officer)
    sent = client.post(f"{address(issued)}cetak/")
    assert sent.status_code == 302
    job = Job.objects.latest("pk")
    words = str(job.payload["letter"])
    assert issued.sha256 in words
    assert issued.spaced_code in words
    run_job(job.pk)
    own = IssuedFile.objects.get(kind=IssuedKind.LETTER)
    assert own.code != issued.code
    assert client.post(f"{address(issued)}cetak/", {"bentuk": "docx"}).status_code == 200


def test_a_letter_is_its_askers_own(text, cast, signed_in):
    issued = issue(text, cast.officer)
    signed_in(cast.officer).post(f"{address(issued)}cetak/")
    run_job(Job.objects.latest("pk").pk)
    letter = IssuedFile.objects.get(kind=IssuedKind.LETTER)
    assert signed_in(cast.officer).get(address(letter)).status_code == 200
    assert signed_in(cast.partner).get(address(letter)).status_code == 404


def test_the_list_of_papers_names_each_with_code_and_standing(text, cast, signed_in):
    issued = issue(text, cast.officer)
    page = signed_in(cast.officer).get(f"{text.get_absolute_url()}terbitan/").content.decode()
    assert issued.spaced_code in page
    assert "Disepakati, belum ditandatangani" in page
    assert read_code(issued.spaced_code) == issued.code


def test_a_list_of_twenty_costs_as_much_as_one(text, cast, signed_in, django_assert_max_num_queries):
    issued = issue(text, cast.officer)
    client, where = signed_in(cast.officer), f"{text.get_absolute_url()}terbitan/"
    client.get(where)
    with django_assert_max_num_queries(40) as one:
        client.get(where)
    for number in range(20):
        IssuedFile.objects.create(
            key=f"uji-{number}", kind=IssuedKind.DRAFT, naskah=text, version=issued.version, title=text.title,
            asked_by=cast.biro, sha256="a" * 64, size=9, file=issued.file, issued_at=issued.issued_at,
        )  # fmt: skip
    with django_assert_max_num_queries(len(one.captured_queries)):
        client.get(where)
    assert Naskah.objects.get(pk=text.pk).issued_files.count() == 21
