"""The PDF of a text: asked for once per content, made by a worker, handed to readers only."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from agreements.models import Naskah
from agreements.services.naskah import newest_version, save_version
from agreements.services.pdf import pdf_jobs, request_naskah_pdf
from agreements.services.sentences import save_frame
from agreements.services.wording import body_of, move_pasal
from ksd.core.errors import NotAllowed
from ksd.core.files import read_bytes
from ksd.core.jobs import may_view, run_job
from ksd.core.models import JobState
from ksd.deadlines.models import Notice
from regions.models import Region
from tests.agreements.issuing import quick_printer
from tests.agreements.playing import Play


@pytest.fixture
def quickly():
    """For what happens around a file; those who read its words wait for the real printer."""
    with quick_printer():
        yield


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return Naskah.objects.get(pk=play.draft("kb").pk)


def words(stored) -> str:
    return " ".join(
        "".join(page.extract_text() for page in PdfReader(BytesIO(read_bytes(stored))).pages).split()
    )


@pytest.mark.usefixtures("quickly")
def test_the_same_content_asked_for_twice_is_printed_once(text, cast):
    first = request_naskah_pdf(actor=cast.officer, naskah=text)
    assert request_naskah_pdf(actor=cast.partner, naskah=text).pk == first.pk
    run_job(first.pk)
    again = request_naskah_pdf(actor=cast.biro, naskah=text)
    assert (again.pk, again.state) == (first.pk, JobState.DONE)


def test_a_changed_text_is_another_file(text, cast):
    first = request_naskah_pdf(actor=cast.officer, naskah=text)
    move_pasal(actor=cast.officer, naskah=text, clause="objek", steps=1, seen_number=1)
    second = request_naskah_pdf(actor=cast.officer, naskah=text)
    assert first.pk != second.pk
    assert {job.payload["version"] for job in pdf_jobs(text)} == {1, 2}


def test_the_worker_stores_a_draft_and_tells_the_drafters_once(text, cast):
    job = request_naskah_pdf(actor=cast.partner, naskah=text)
    assert run_job(job.pk)
    job.refresh_from_db()
    assert job.result
    assert job.result.name.endswith("-versi-1-DRAF.pdf")
    assert "KESEPAKATAN BERSAMA" in words(job.result)
    assert "DRAF" in words(job.result)
    told = Notice.objects.filter(key=f"naskah-pdf-{job.public_id}")
    assert set(told.values_list("user", flat=True)) == {cast.officer.pk, cast.partner.pk}


@pytest.mark.usefixtures("quickly")
def test_done_twice_it_leaves_one_notice_each(text, cast):
    job = request_naskah_pdf(actor=cast.officer, naskah=text)
    run_job(job.pk)
    type(job).objects.filter(pk=job.pk).update(state=JobState.QUEUED, attempts=0)
    assert run_job(job.pk)
    assert Notice.objects.filter(user=cast.officer, key__startswith="naskah-pdf-").count() == 1


def test_an_agreed_text_prints_without_the_draft_mark(text, play, cast):
    agreed = play.agree(text)
    job = request_naskah_pdf(actor=cast.officer, naskah=agreed)
    run_job(job.pk)
    job.refresh_from_db()
    assert job.result
    assert "DRAF" not in job.result.name
    assert "DRAF" not in words(job.result)
    older = request_naskah_pdf(actor=cast.officer, naskah=agreed, version=newest_version(agreed))
    assert older.pk == job.pk


def test_facts_that_changed_meanwhile_are_not_printed_under_the_old_fingerprint(text, cast):
    job = request_naskah_pdf(actor=cast.officer, naskah=text)
    Region.objects.filter(pk=cast.kubar.pk).update(name="Kutai Lain")
    assert not run_job(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert "berubah sesudah PDF ini diminta" in job.error
    assert "minta PDF sekali lagi" in job.error


def test_a_version_saved_meanwhile_does_not_hold_back_the_one_asked_for(text, cast):
    job = request_naskah_pdf(actor=cast.officer, naskah=text)
    save_frame(actor=cast.officer, naskah=text, title="Judul lain", years=4, place="Sendawar", originals=2)
    assert run_job(job.pk)
    job.refresh_from_db()
    assert "JUDUL LAIN" not in words(job.result)


@pytest.mark.usefixtures("quickly")
def test_a_stranger_can_neither_ask_nor_watch_nor_download(text, cast, signed_in):
    with pytest.raises(NotAllowed):
        request_naskah_pdf(actor=cast.stranger, naskah=text)
    job = request_naskah_pdf(actor=cast.officer, naskah=text)
    run_job(job.pk)
    address = f"{text.get_absolute_url()}berkas/{job.public_id}/"
    assert may_view(cast.partner, job)
    assert not may_view(cast.stranger, job)
    assert signed_in(cast.stranger).get(address).status_code == 404
    download = signed_in(cast.partner).get(address)
    assert download.status_code == 200
    assert b"".join(download.streaming_content).startswith(b"%PDF")


@pytest.mark.usefixtures("quickly")
def test_a_file_of_another_text_is_not_found_under_this_one(text, play, cast, signed_in):
    job = request_naskah_pdf(actor=cast.officer, naskah=text)
    run_job(job.pk)
    other = Play(cast)
    other.to("penyusunan_kb")
    second = other.draft("kb", "Lain")
    assert (
        signed_in(cast.officer).get(f"{second.get_absolute_url()}berkas/{job.public_id}/").status_code == 404
    )


@pytest.mark.usefixtures("quickly")
def test_the_page_shows_progress_and_then_the_file(text, cast, signed_in):
    browser = signed_in(cast.officer)
    sent = browser.post(f"{text.get_absolute_url()}pdf/")
    assert sent["Location"] == f"{text.get_absolute_url()}#berkas"
    running = browser.get(text.get_absolute_url()).content.decode()
    assert "Menunggu giliran" in running
    job = pdf_jobs(text)[0]
    assert browser.get(f"/tugas/{job.public_id}/").status_code == 200
    run_job(job.pk)
    done = browser.get(text.get_absolute_url()).content.decode()
    stored = pdf_jobs(text)[0].result
    assert stored
    assert stored.sha256 in done
    again = browser.post(f"{text.get_absolute_url()}pdf/", follow=True)
    assert "PDF dengan isi yang sama sudah ada" in again.content.decode()


def test_an_older_version_can_be_printed_too(text, cast, signed_in):
    body = body_of(newest_version(text))
    save_version(actor=cast.officer, naskah=text, body=type(body)(recitals=("bahwa baru.",)), seen_number=1)
    signed_in(cast.partner).post(f"{text.get_absolute_url()}pdf/", {"version": "1"})
    assert pdf_jobs(text)[0].payload["version"] == 1
    assert (
        signed_in(cast.partner).post(f"{text.get_absolute_url()}pdf/", {"version": "99"}).status_code == 404
    )
