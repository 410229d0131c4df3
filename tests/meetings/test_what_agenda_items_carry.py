"""What the items of an agenda carry: what they speak of, their files, their hours on paper."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import MeetingFile, Speech
from meetings.services.items import Origin
from meetings.services.subjects import Subject
from tests.agreements.papers import scan
from tests.agreements.playing import Play
from tests.boundaries.rows import segment
from tests.meetings.agenda_rows import earlier_meeting, follow_up, item
from tests.meetings.rows import meeting, moment


@pytest.fixture
def held(cast):
    return meeting(cast.biro, cast.kaltim, host=cast.kukar, participants=(cast.kukar, cast.kubar))


@pytest.fixture
def row(cast, held):
    return item(cast.biro, held, "Pembahasan batas", presenter="Kepala Biro", minutes=60)


def at(name, held, *more):
    return reverse(f"meetings:{name}", args=[held.public_id, *more])


def filled(section=None, **given):
    facts = {
        "form_token": "satu",
        "title": "Paparan Kukar",
        "kind": "paparan",
        "minutes": "30",
        "starts_at": "",
        "seen_revision": "0",
        "section": section.pk if section else "",
    }
    return facts | given


def test_what_an_item_speaks_of_is_found_by_words_among_what_the_person_sees(cast, signed_in, held, row):
    Play(cast).to("menunggu_tanggapan")
    boundary = segment(cast.kukar, cast.kubar)
    owed = follow_up(earlier_meeting(cast.biro, cast.kaltim, cast.kukar), cast.kukar, "Peta kerja")
    client = signed_in(cast.biro)
    address = at("item_edit", held, row.public_id)
    ticks: list[str] = []
    for words, label in (
        ("puskesmas", "Kerja sama: Puskesmas"),
        ("kartanegara", "Segmen batas: "),
        ("peta", "Peta kerja"),
    ):
        search = filled(row.section, title="", note="tetap ada", cari=words, cari_dulu="1", tentang=ticks)
        answer = client.post(address, search)
        text = answer.content.decode()
        assert answer.status_code == 200
        assert label in text
        assert "tetap ada" in text
        choices = answer.context["form"].fields["tentang"].choices
        ticks += [key for key, name in choices if label in name and key not in ticks][:1]
    assert len(ticks) == 3
    assert client.post(address, filled(row.section, tentang=ticks)).status_code == 302
    row.refresh_from_db()
    assert (row.segment, row.follow_up) == (boundary, owed)
    assert row.case.title == "Puskesmas Perbatasan"
    page = client.get(at("agenda", held)).content.decode()
    assert row.case.get_absolute_url() in page
    assert boundary.get_absolute_url() in page
    none = client.post(address, filled(row.section, cari="tidakada", cari_dulu="1", form_token="dua"))
    assert "Tidak ada yang cocok" in none.content.decode()


def test_nobody_links_or_reads_a_cooperation_they_do_not_see(cast, signed_in):
    play = Play(cast)
    play.to("menunggu_tanggapan")
    own = meeting(cast.stranger, cast.paser, participants=(cast.paser, cast.kukar))
    client = signed_in(cast.stranger)
    key = f"kasus:{play.case.public_id}"
    answer = client.post(at("item_new", own), filled(tentang=[key], cari="puskesmas"))
    assert answer.status_code == 422
    assert "Puskesmas" not in answer.content.decode().replace('value="puskesmas"', "")
    # The province sees the cooperation; the meeting's other readers see the item without its link or its reason.
    shared = meeting(cast.biro, cast.kaltim, participants=(cast.paser, cast.kukar))
    item(
        cast.biro,
        shared,
        "Layanan lintas batas",
        subject=Subject(case=play.case),
        origin=Origin("x:1", "Alasan rahasia"),
    )
    text = client.get(at("agenda", shared)).content.decode()
    assert "Layanan lintas batas" in text
    assert play.case.public_id not in text
    assert "Alasan rahasia" not in text


def test_only_one_of_each_kind_is_linked(cast, signed_in, held, row):
    keys = [f"segmen:{segment(cast.kukar, place).pk}" for place in (cast.kubar, cast.paser)]
    answer = signed_in(cast.biro).post(
        at("item_edit", held, row.public_id), filled(row.section, tentang=keys)
    )
    assert answer.status_code == 422
    assert "paling banyak satu kerja sama" in answer.content.decode()


def test_the_page_costs_the_same_for_one_item_and_for_twenty(cast, signed_in, held, row):
    boundary, client = segment(cast.kukar, cast.kubar), signed_in(cast.biro)

    def cost(name):
        client.get(at(name, held))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(at(name, held)).status_code == 200
        return len(queries)

    owed = follow_up(earlier_meeting(cast.biro, cast.kaltim, cast.kukar), cast.kukar, "Peta")
    item(cast.biro, held, "Awal", subject=Subject(segment=boundary, follow_up=owed))
    few = {name: cost(name) for name in ("agenda", "rundown")}
    for number in range(20):
        item(cast.biro, held, f"Acara {number}", subject=Subject(segment=boundary, follow_up=owed))
    assert {name: cost(name) for name in few} == few


def upload(client, held, row, file, **given):
    address = at("item_files", held, row.public_id)
    return client.post(
        address, {"form_token": "satu", "kind": "materi", "caption": "Paparan", "file": file} | given
    )


def test_a_presentation_is_added_handed_out_and_taken_away(cast, signed_in, held, row):
    client = signed_in(cast.biro)
    assert upload(client, held, row, scan("paparan.pdf")).status_code == 302
    kept = MeetingFile.objects.get()
    assert (kept.item, kept.kind, kept.caption) == (row, "materi", "Paparan")
    address = at("file", held, kept.pk)
    assert address in client.get(at("agenda", held)).content.decode()
    assert b"".join(signed_in(cast.partner).get(address)).startswith(b"%PDF")
    assert client.post(at("file_drop", held, kept.pk)).status_code == 403
    assert signed_in(cast.stranger).get(address).status_code == 404
    client = signed_in(cast.biro)
    assert client.post(at("file_drop", held, kept.pk)).status_code == 302
    assert client.get(address).status_code == 404
    assert "Paparan" not in client.get(at("agenda", held)).content.decode()


def test_a_photograph_too_large_and_a_renamed_program_are_refused_in_words(
    cast, signed_in, held, row, settings
):
    client = signed_in(cast.biro)
    program = SimpleUploadedFile("foto.jpg", b"MZ\x90\x00" + b"\x00" * 100, "image/jpeg")
    answer = upload(client, held, row, program)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Isi berkas bukan JPG walaupun namanya berakhiran itu" in text
    assert 'value="Paparan"' in text
    settings.KSD_UPLOAD_MAX_BYTES = 1024
    answer = upload(client, held, row, SimpleUploadedFile("foto.jpg", BytesIO(b"\xff\xd8\xff" * 500).read()))
    assert answer.status_code == 422
    assert "Perkecil atau bagi berkas" in answer.content.decode()
    assert upload(client, held, row, SimpleUploadedFile("bahan.exe", b"MZ")).status_code == 422
    assert upload(client, held, row, "bukan berkas").status_code == 422
    assert not MeetingFile.objects.exists()


def test_a_mandate_is_handed_out_to_those_who_manage_the_meeting_only(cast, signed_in, held, row):
    assert upload(signed_in(cast.biro), held, row, scan()).status_code == 302
    MeetingFile.objects.update(kind="surat_tugas")
    kept = MeetingFile.objects.get()
    assert signed_in(cast.partner).get(at("file", held, kept.pk)).status_code == 404
    assert b"".join(signed_in(cast.head).get(at("file", held, kept.pk))).startswith(b"%PDF")


def test_the_rundown_is_printed_with_hours_speakers_and_rooms(cast, signed_in, held, row):
    speech = item(cast.biro, held, "Sambutan", presenter="Protokol", room="Aula", starts_at=moment(15, 10))
    Speech.objects.create(
        meeting=held, item=speech, title="Sambutan", owner="Contoh", owner_title="Bupati", reader="Wakil",
        reader_title="Asisten I",
    )  # fmt: skip
    client = signed_in(cast.partner)
    text = client.get(at("rundown", held)).content.decode()
    for words in ("08.00–09.00", "10.00–10.15", "Bupati Contoh, dibacakan oleh Asisten I Wakil", "Aula"):
        assert words in text
    answer = client.post(at("rundown_print", held), {"bentuk": "docx"})
    assert "wordprocessingml" in answer["Content-Type"]
    assert client.post(at("rundown_print", held)).status_code == 302
