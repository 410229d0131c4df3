"""Pages of an agenda for anonymous people, strangers, readers and those who write it."""

import pytest
from django.urls import reverse

from meetings.models import AgendaItem, AgendaSection, Meeting
from tests.meetings.agenda_rows import item
from tests.meetings.rows import meeting


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
        {"tentang": "kasus:0000"},
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


def test_the_admin_site_shows_rows_and_changes_nothing(cast, signed_in, held, row):
    client = signed_in(cast.admin)
    for name in ("agendasection", "agendaitem", "meetingfile", "backlogitem"):
        assert client.get(reverse(f"admin:meetings_{name}_changelist")).status_code == 200
        assert client.get(reverse(f"admin:meetings_{name}_add")).status_code == 403
    assert client.get(reverse("admin:meetings_agendaitem_change", args=[row.pk])).status_code == 200
