"""The report of a meeting: prefilled, numbered, and bound with its annexes; photographs are made fit for print."""

from base64 import b64decode
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import Destination

from agreements.documents.letters import from_json
from ksd.core.errors import ImpossibleStep, NotAllowed, NotReady, StaleForm
from ksd.core.files import read_bytes
from ksd.core.jobs import run_job
from ksd.core.models import Job
from meetings.documents.report import with_pages
from meetings.documents.volume import printed_photo
from meetings.models import MeetingReport
from meetings.services.photos import add_photo, drop_photo, photos_of
from meetings.services.reports import (
    ReportData,
    annexes_of,
    issue_report,
    paper_of_report,
    report_of,
    request_report,
    write_report,
)
from tests.meetings.minutes_rows import came, signed
from tests.meetings.room_rows import held, point

DATA = ReportData(
    addressee="Gubernur (contoh)", course="Terlaksana.", conclusion="Baik.", signer="Contoh Pejabat"
)


@pytest.fixture
def row(cast):
    return held(cast)


def picture(kind="JPEG", size=(1600, 1200), **more):
    target = BytesIO()
    Image.new("RGB", size, "#2f6f9f").save(target, kind, **more)
    return target.getvalue()


def upload(content, name="foto.jpg"):
    return SimpleUploadedFile(name, content, "image/jpeg")


def photo(cast, row, content=None, caption="Pembukaan"):
    return add_photo(actor=cast.biro, meeting=row, upload=upload(content or picture()), caption=caption)


def with_place(content):
    """The picture with the camera's note of where it was taken."""
    image = Image.open(BytesIO(content))
    exif = Image.Exif()
    exif[0x010F] = "KameraRahasia"
    exif.get_ifd(0x8825)[2] = (0.0, 25.0, 7.0)
    target = BytesIO()
    image.save(target, "JPEG", exif=exif)
    return target.getvalue()


def test_a_report_begins_with_the_facts(cast, row):
    point(cast.biro, row, "Menyusun PKS rujukan.")
    came(row, cast.kukar)
    fresh = report_of(row)
    assert fresh._state.adding
    assert "1 orang dari 1 daerah" in fresh.course
    assert "1. Menyusun PKS rujukan." in fresh.conclusion
    assert row.title in fresh.introduction


@pytest.mark.parametrize("who", ["officer", "partner", "stranger"])
def test_only_the_organiser_writes_issues_and_binds(cast, row, who):
    actor = getattr(cast, who)
    for act in (
        lambda: write_report(actor=actor, meeting=row, data=DATA, seen=0),
        lambda: issue_report(actor=actor, meeting=row, seen=0),
        lambda: request_report(actor=actor, meeting=row),
        lambda: add_photo(actor=actor, meeting=row, upload=upload(picture()), caption=""),
    ):
        with pytest.raises(NotAllowed):
            act()


@pytest.mark.parametrize("state", ["rencana", "undangan_terkirim", "ditunda", "dibatalkan", "selesai"])
def test_no_report_before_the_meeting_or_after_it_is_closed(cast, state):
    row = held(cast, state=state)
    with pytest.raises(ImpossibleStep):
        write_report(actor=cast.biro, meeting=row, data=DATA, seen=0)
    with pytest.raises(ImpossibleStep):
        photo(cast, row)


def test_a_report_is_issued_once_complete_and_stays(cast, row):
    with pytest.raises(NotReady):
        issue_report(actor=cast.biro, meeting=row, seen=0)
    write_report(actor=cast.biro, meeting=row, data=DATA, seen=0)
    with pytest.raises(StaleForm):
        write_report(actor=cast.biro, meeting=row, data=DATA, seen=0)
    issued = issue_report(actor=cast.biro, meeting=row, seen=1, number="1/LAP")
    for act in (
        lambda: write_report(actor=cast.biro, meeting=row, data=DATA, seen=1),
        lambda: issue_report(actor=cast.biro, meeting=row, seen=1, number="2/LAP"),
    ):
        with pytest.raises(ImpossibleStep, match="tidak dapat diubah"):
            act()
    MeetingReport.objects.update(conclusion="Lain.")
    assert paper_of_report(row, report_of(row)) == from_json(issued.number.words)  # type: ignore[union-attr]  # issued just now


def test_missing_annexes_are_named(cast, row):
    annexes = annexes_of(row)
    assert [each.title for each in annexes if each.missing] == [
        "Surat undangan", "Daftar hadir", "Foto kegiatan", "Notula", "Rumusan",
    ]  # fmt: skip
    said = str(paper_of_report(row, report_of(row)))
    assert "Notula: notula belum disahkan." in said
    assert "Rumusan: rumusan belum dikunci." in said


def test_the_volume_has_every_annex_with_its_pages_and_bookmarks(cast, row):
    came(row, cast.kukar)
    signed(cast, row)
    photo(cast, row, with_place(picture()))
    job = request_report(actor=cast.biro, meeting=row)
    assert request_report(actor=cast.biro, meeting=row).pk == job.pk
    run_job(job.pk)
    job = Job.objects.select_related("result").get(pk=job.pk)
    assert job.result is not None
    content = read_bytes(job.result)
    pages = PdfReader(BytesIO(content)).pages
    marks = PdfReader(BytesIO(content)).outline
    assert [mark.title for mark in marks if isinstance(mark, Destination)] == [
        "Laporan", "Lampiran 2: Daftar hadir", "Lampiran 3: Foto kegiatan", "Lampiran 4: Notula",
    ]  # fmt: skip
    words = [page.extract_text() for page in pages]
    assert all(f"{place} / {len(pages)}" in text for place, text in enumerate(words, 1))
    assert "belum ada" in words[0]
    assert "Contoh Hadir" in "".join(words)
    assert "Pembukaan" in "".join(words)
    assert b"KameraRahasia" not in content


def test_the_volume_is_handed_to_who_asked_for_it(cast, row, signed_in):
    job = request_report(actor=cast.biro, meeting=row)
    url = job.payload["result_url"]
    assert signed_in(cast.biro).get(url).status_code == 404
    run_job(job.pk)
    answer = signed_in(cast.biro).get(url)
    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    answer.close()
    assert signed_in(cast.head).get(url).status_code == 404
    assert signed_in(cast.officer).get(url).status_code == 403
    assert signed_in(cast.stranger).get(url).status_code == 404


def test_an_issued_report_binds_what_it_named(cast, row):
    write_report(actor=cast.biro, meeting=row, data=DATA, seen=0)
    issue_report(actor=cast.biro, meeting=row, seen=1, number="1/LAP")
    came(row, cast.kukar)
    rows = request_report(actor=cast.biro, meeting=row).payload["annexes"]
    assert all(each["missing"] for each in rows)


def test_pages_stand_in_the_table_of_contents(cast, row):
    letter = with_pages(paper_of_report(row, report_of(row)), {"Laporan": 1, "Notula": 7})
    table = next(block for block in letter.blocks if block.tag == "table")
    assert ("4", "Notula", "7") in table.rows
    assert ("–", "Laporan", "1") in table.rows


def test_a_photograph_is_scaled_for_print_without_the_cameras_notes(cast, row):
    kept = photo(cast, row, with_place(picture(size=(3000, 2000))))
    data = printed_photo(kept.file)
    image = Image.open(BytesIO(b64decode(data.partition(",")[2])))
    assert max(image.size) <= 1300
    assert not image.getexif()


@pytest.mark.parametrize(
    "case",
    [
        (b"MZ\x90\x00" + b"\x00" * 400, "foto.jpg", "bukan JPG"),
        (b"MZ\x90\x00" + b"\x00" * 400, "foto.exe", "tidak diterima"),
        (b"", "foto.jpg", "kosong"),
        (picture()[:800], "foto.jpg", "rusak"),
        (b"\xff\xd8\xff" + b"\x00" * (20 * 1024 * 1024), "foto.jpg", "paling besar"),
    ],
    ids=["renamed", "executable", "empty", "torn", "20 MB"],
)
def test_what_is_no_photograph_is_refused_clearly(cast, row, signed_in, case):
    content, name, message = case
    url = reverse("meetings:photos", args=[row.public_id])
    sent = {"file": upload(content, name), "caption": "Tetap di sini", "form_token": f"t-{message}"}
    answer = signed_in(cast.biro).post(url, sent)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert message in text
    assert "Tetap di sini" in text
    assert not photos_of(row)
    with pytest.raises(ValidationError):
        add_photo(actor=cast.biro, meeting=row, upload=upload(content, name), caption="")


def test_a_photograph_taken_away_is_not_shown_or_printed(cast, row):
    kept = photo(cast, row)
    drop_photo(actor=cast.biro, file=kept)
    assert not photos_of(row)
    assert next(each for each in annexes_of(row) if each.title == "Foto kegiatan").missing
