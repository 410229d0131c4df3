"""Pages of an agenda for anonymous people, strangers, readers and those who write it."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import AgendaItem, AgendaSection, Meeting, MeetingFile, Speech
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


def writing(held, row):
    """Every address that writes the agenda."""
    section, key = row.section_id, row.public_id
    return [
        at("item_new", held),
        at("section_new", held),
        at("suggestions", held),
        at("section_edit", held, section),
        at("item_edit", held, key),
        at("item_drop", held, key),
        at("item_files", held, key),
    ]


def posting(held, row):
    """Every address that only takes a POST of those who write."""
    return [
        at("section_move", held, row.section_id),
        at("section_drop", held, row.section_id),
        at("item_move", held, row.public_id),
    ]


def test_anonymous_people_are_sent_to_sign_in(client, held, row):
    for address in (at("agenda", held), at("rundown", held), *writing(held, row), *posting(held, row)):
        assert client.post(address).status_code == 302
        assert "/akun/" in client.post(address)["Location"]


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_a_stranger_finds_nothing(cast, signed_in, held, row, who):
    client = signed_in(getattr(cast, who))
    for address in (at("agenda", held), at("rundown", held), *writing(held, row)):
        assert client.get(address).status_code == 404
    for address in (*writing(held, row), *posting(held, row), at("rundown_print", held)):
        assert client.post(address).status_code == 404


@pytest.mark.parametrize("who", ["officer", "partner", "observer", "admin"])
def test_a_reader_reads_the_agenda_and_writes_nothing(cast, signed_in, held, row, who):
    client = signed_in(getattr(cast, who))
    text = client.get(at("agenda", held)).content.decode()
    assert "08.00–09.00" in text
    assert "Pembahasan batas" in text
    for word in ("Tambah acara", "Keluarkan", "Usulan dari yang tersendat", "data-move"):
        assert word not in text
    for address in writing(held, row):
        assert client.get(address).status_code == 403
    for address in (*writing(held, row), *posting(held, row)):
        assert client.post(address).status_code == 403
    assert client.get(at("rundown", held)).status_code == 200


def test_a_closed_meeting_answers_409_and_shows_its_agenda(cast, signed_in, held, row):
    client = signed_in(cast.biro)
    Meeting.objects.update(state="selesai")
    text = client.get(at("agenda", held)).content.decode()
    assert "Agenda dikunci karena rapat sudah ditutup." in text
    assert "Tambah acara" not in text
    for address in writing(held, row):
        answer = client.get(address)
        assert answer.status_code == 409
        assert "datanya dikunci" in answer.content.decode()
    assert client.post(at("item_drop", held, row.public_id)).status_code == 409
    assert client.post(at("item_move", held, row.public_id), {"to": f"{row.section_id}:0"}).status_code == 409
    given = filled(row.section) | {"note": "catatan panjang"}
    answer = client.post(at("item_edit", held, row.public_id), given)
    assert answer.status_code == 409
    assert "catatan panjang" in answer.content.decode()
    row.refresh_from_db()
    assert row.note == ""


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


def test_an_item_is_added_once_and_the_first_section_is_made(cast, signed_in, held):
    client = signed_in(cast.biro)
    page = client.get(at("agenda", held)).content.decode()
    assert "Agenda belum disusun" in page
    given = filled(presenter="Kepala Bagian Pemerintahan", note="Bawa peta.\x0b")
    for _twice in range(2):
        assert at("agenda", held) in client.post(at("item_new", held), given)["Location"]
    found = AgendaItem.objects.get(meeting=held)
    assert (found.section.title, found.title) == ("Susunan acara", "Paparan Kukar")
    text = client.get(at("agenda", held)).content.decode()
    assert "Kepala Bagian Pemerintahan" in text


@pytest.mark.parametrize(
    "bad",
    [
        {"title": ""},
        {"title": "x" * 301},
        {"minutes": "0"},
        {"minutes": "1441"},
        {"minutes": "sejam"},
        {"kind": "pesta"},
        {"starts_at": "kapan-kapan"},
        {"starts_at": "2026-12-20T08:00"},
        {"link": "javascript:alert(1)"},
        {"note": "x" * 5001},
        {"section": "999999"},
        {"tentang": "kerjasama:0000"},
        {"tentang": "segmen:" + "9" * 40},
        {"seen_revision": "x"},
    ],
    ids=str,
)
def test_bad_input_is_refused_in_words_and_kept(cast, signed_in, held, row, bad):
    client = signed_in(cast.biro)
    answer = client.post(at("item_new", held), filled(row.section, presenter="Kepala Bagian") | bad)
    assert answer.status_code == 422
    assert "Kepala Bagian" in answer.content.decode()
    assert AgendaItem.objects.count() == 1


def test_two_secretaries_editing_one_item_see_both_texts(cast, signed_in, held, row):
    address = at("item_edit", held, row.public_id)
    first = signed_in(cast.biro)
    assert (
        first.post(address, filled(row.section, title="Batas Kukar–Kubar", note="dari Biro")).status_code
        == 302
    )
    second = signed_in(cast.head)
    mine = filled(row.section, title="Pembahasan batas", note="dari kepala", form_token="dua")
    answer = second.post(address, mine)
    text = answer.content.decode()
    assert answer.status_code == 409
    for words in ("dari Biro", "dari kepala", "Batas Kukar–Kubar", "orang lain mengubah mata acara ini"):
        assert words in text
    row.refresh_from_db()
    assert row.note == "dari Biro"
    form = answer.context["form"]
    again = mine | {"seen_revision": form["seen_revision"].value()}
    assert second.post(address, again).status_code == 302
    row.refresh_from_db()
    assert (row.note, row.revision) == ("dari kepala", 2)


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
    key = f"kerjasama:{play.case.public_id}"
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


def test_a_line_is_moved_to_a_place_however_often_the_button_is_pressed(cast, signed_in, held, row):
    second = item(cast.biro, held, "Penutupan")
    client = signed_in(cast.biro)
    for _twice in range(2):
        answer = client.post(at("item_move", held, second.public_id), {"to": f"{row.section_id}:0"})
        assert answer["Location"].endswith(f"#acara-{second.public_id}")
        assert list(AgendaItem.objects.order_by("order").values_list("title", flat=True)) == [
            "Penutupan",
            "Pembahasan batas",
        ]
    for bad in ("", "x", "1", f"{row.section_id}:-1", "999999:0", f"{row.section_id}:{'9' * 30}"):
        assert client.post(at("item_move", held, second.public_id), {"to": bad}).status_code == 302
    assert client.post(at("section_move", held, row.section_id), {"to": "x"}).status_code == 302


def test_sections_are_named_moved_and_taken_out(cast, signed_in, held, row):
    client = signed_in(cast.biro)
    given = {"form_token": "satu", "title": "Sidang komisi"}
    for _twice in range(2):
        assert client.post(at("section_new", held), given)["Location"] == at("agenda", held)
    made = AgendaSection.objects.get(title="Sidang komisi")
    assert client.post(at("section_new", held), {"form_token": "dua", "title": ""}).status_code == 422
    client.post(at("section_move", held, made.pk), {"to": "0"})
    client.post(at("section_edit", held, made.pk), {"form_token": "tiga", "title": "Komisi A"})
    assert list(AgendaSection.objects.order_by("order").values_list("title", flat=True)) == [
        "Komisi A",
        "Susunan acara",
    ]
    refused = client.post(at("section_drop", held, row.section_id), follow=True)
    assert "masih berisi mata acara" in refused.content.decode()
    client.post(at("section_drop", held, made.pk))
    assert AgendaSection.objects.count() == 1


def test_an_empty_agenda_is_filled_from_the_usual_one_and_a_begun_one_is_kept(cast, signed_in, held):
    client = signed_in(cast.biro)
    assert "Isi dari susunan baku" in client.get(at("agenda", held)).content.decode()
    for _twice in range(2):
        assert client.post(at("agenda_fill", held))["Location"] == at("agenda", held)
    many = AgendaItem.objects.count()
    assert many > 2
    held.refresh_from_db()
    page = client.get(at("agenda", held))
    assert sum(len(part.lines) for part in page.context["agenda"].parts) == many


def test_an_item_is_taken_off_after_a_question(cast, signed_in, held, row):
    client = signed_in(cast.biro)
    address = at("item_drop", held, row.public_id)
    assert "Keluarkan dari agenda?" in client.get(address).content.decode()
    assert client.post(address)["Location"] == at("agenda", held)
    assert not AgendaItem.objects.exists()
    assert client.post(address).status_code == 404


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


def test_the_admin_site_shows_rows_and_changes_nothing(cast, signed_in, held, row):
    client = signed_in(cast.admin)
    for name in ("agendasection", "agendaitem", "meetingfile", "backlogitem"):
        assert client.get(reverse(f"admin:meetings_{name}_changelist")).status_code == 200
        assert client.get(reverse(f"admin:meetings_{name}_add")).status_code == 403
    assert client.get(reverse("admin:meetings_agendaitem_change", args=[row.pk])).status_code == 200
