"""Pages of meetings for anonymous people, strangers, readers and those who act."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Meeting
from tests import factories
from tests.meetings.rows import meeting, moment

LIST, PAST, ALL, NEW = (reverse(f"meetings:{name}") for name in ("list", "past", "all", "new"))


@pytest.fixture
def row(cast):
    return meeting(cast.biro, cast.kaltim, host=cast.kukar, participants=(cast.kukar, cast.kubar))


def pages(row):
    edit = reverse("meetings:edit", args=[row.public_id])
    state = reverse("meetings:state", args=[row.public_id, "setujui"])
    return row.get_absolute_url(), edit, state


def test_anonymous_people_are_sent_to_sign_in(client, row):
    for address in (LIST, PAST, ALL, NEW, *pages(row)):
        response = client.get(address)
        assert response.status_code == 302
        assert "/akun/" in response["Location"]


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_a_stranger_finds_nothing(cast, signed_in, row, who):
    client = signed_in(getattr(cast, who))
    assert not client.get(LIST).context["page_obj"].object_list
    for address in pages(row):
        assert client.get(address).status_code == 404
        assert client.post(address).status_code in {404, 405}


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("stranger", "Rencanakan rapat, lalu lengkapi peserta dan tempatnya"),
        ("nobody", "Rapat yang mengundang daerah Anda akan muncul di sini."),
    ],
)
def test_an_empty_list_says_what_this_person_can_do(cast, signed_in, row, who, words):
    assert words in signed_in(getattr(cast, who)).get(LIST).content.decode()


@pytest.mark.parametrize("who", ["officer", "partner", "observer", "admin"])
def test_a_reader_reads_but_does_not_act(cast, signed_in, row, who):
    client = signed_in(getattr(cast, who))
    page, edit, state = pages(row)
    text = client.get(page).content.decode()
    assert "Selasa, 15 Desember 2026, 08.00–16.00 WITA" in text
    assert "Kabupaten Kutai Barat" in text
    assert "Langkah berikutnya" not in text
    for address in (edit, state):
        assert client.get(address).status_code == 403
        assert client.post(address).status_code == 403


@pytest.mark.parametrize(
    ("who", "get", "post"),
    [
        ("biro", 200, 422),
        ("officer", 200, 422),
        ("tkksd", 200, 422),
        ("observer", 403, 403),
        ("admin", 403, 403),
    ],
)
def test_the_biro_kabupaten_and_tkksd_plan_and_readers_do_not(cast, signed_in, who, get, post):
    client = signed_in(getattr(cast, who))
    assert ("Rencanakan rapat" in client.get(LIST).content.decode()) == (get == 200)
    assert (client.get(NEW).status_code, client.post(NEW).status_code) == (get, post)


def test_a_kabupaten_plans_in_its_own_name_only(cast, signed_in):
    client = signed_in(cast.officer)
    refused = client.post(NEW, filled(client, NEW, cast))
    assert "organiser" in refused.context["form"].errors
    given = filled(client, NEW, cast, organiser=cast.kukar.pk, host=cast.kukar.pk, participants=[])
    assert client.post(NEW, given).status_code == 302
    assert Meeting.objects.get().organiser == cast.kukar


def test_the_list_is_filtered_and_split_by_time(cast, signed_in, row):
    when: dict[str, Any] = {"starts_at": moment(1, 8, month=3), "ends_at": moment(1, 9, month=3)}
    meeting(cast.biro, cast.kaltim, title="Bimtek lama", kind="bimtek_ksd", fiscal_year=2025, **when)
    client = signed_in(cast.biro)

    def listed(address, **query):
        return [found.title for found in client.get(address, query).context["page_obj"]]

    assert listed(LIST) == ["Rakor Pemerintahan (contoh)"]
    assert listed(PAST) == ["Bimtek lama"]
    assert listed(ALL) == ["Rakor Pemerintahan (contoh)", "Bimtek lama"]
    assert (
        listed(ALL, kind="bimtek_ksd")
        == listed(ALL, year="2025")
        == listed(ALL, q="bimtek")
        == ["Bimtek lama"]
    )
    assert listed(ALL, q="kartanegara", state="rencana") == ["Rakor Pemerintahan (contoh)"]
    assert listed(LIST, year="2025") == []
    text = client.get(LIST, {"year": "2025"}).content.decode()
    assert "Tidak ada rapat yang cocok" in text
    assert f'href="{PAST}?year=2025"' in text


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_list_costs_the_same_for_one_and_for_twenty_meetings(cast, signed_in, row):
    client = signed_in(cast.biro)
    few = queries_of(client, LIST)
    for _number in range(19):
        meeting(cast.biro, cast.kaltim, host=cast.kubar, participants=(cast.paser,))
    assert queries_of(client, LIST) == few


def test_the_page_costs_the_same_however_many_take_part(cast, signed_in, row):
    client = signed_in(cast.biro)
    few = queries_of(client, row.get_absolute_url())
    for number in range(20, 40):
        row.participants.add(factories.region(f"64.{number}", f"Contoh {number}", parent=cast.kaltim))
        row.events.create(actor=cast.head, step="ubah", source="rencana", target="rencana", reason="tempat")
    assert queries_of(client, row.get_absolute_url()) == few


def filled(client, address, cast, **given):
    form = client.get(address).context["form"]
    hidden = {name: form[name].value() for name in ("form_token", "seen_revision")}
    facts = {
        "title": "Rakor Batas (contoh)",
        "kind": "rakor_batas_daerah",
        "fiscal_year": 2026,
        "organiser": cast.kaltim.pk,
        "host": cast.kubar.pk,
        "starts_at": "2026-12-21T08:00",
        "ends_at": "2026-12-21T12:00",
        "mode": "luring",
        "participants": [cast.kukar.pk, cast.kubar.pk],
    }
    return hidden | facts | given


def test_the_biro_plans_a_meeting_once(cast, signed_in):
    client = signed_in(cast.biro)
    given = filled(client, NEW, cast)
    first = client.post(NEW, given)
    planned = Meeting.objects.get()
    assert first["Location"] == planned.get_absolute_url()
    assert planned.starts_at == moment(21, 8)
    assert set(planned.participants.all()) == {cast.kukar, cast.kubar}
    assert client.post(NEW, given)["Location"] == planned.get_absolute_url()
    assert Meeting.objects.count() == 1


def test_what_is_filled_in_wrongly_comes_back_with_words(cast, signed_in):
    client = signed_in(cast.biro)
    answer = client.post(NEW, filled(client, NEW, cast, ends_at="2026-12-19T12:00"))
    assert answer.status_code == 422
    assert "Rapat tidak dapat selesai sebelum dimulai." in answer.content.decode()
    answer = client.post(NEW, filled(client, NEW, cast, organiser=cast.kukar.pk))
    assert "organiser" in answer.context["form"].errors
    assert not Meeting.objects.exists()


def test_the_biro_changes_a_meeting_and_learns_of_changes_by_others(cast, signed_in, row):
    client = signed_in(cast.biro)
    page, edit, _state = pages(row)
    given, late = filled(client, edit, cast), filled(client, edit, cast, place="Sendawar")
    assert client.post(edit, given)["Location"] == page
    text = client.get(page).content.decode()
    assert "Perubahan rapat disimpan." in text
    assert "Yang berubah: nama rapat, jenis" in text
    answer = client.post(edit, late)
    assert answer.status_code == 409
    assert "orang lain mengubah rapat ini" in answer.content.decode()


def test_a_closed_meeting_has_no_form(cast, signed_in, row):
    Meeting.objects.update(state="selesai")
    client = signed_in(cast.biro)
    page, edit, _state = pages(row)
    assert "Ubah rapat" not in client.get(page).content.decode()
    answer = client.get(edit)
    assert answer.status_code == 409
    assert "datanya dikunci" in answer.content.decode()


def step_form(client, address, **given):
    form = client.get(address).context["form"]
    return {name: form[name].value() for name in ("form_token", "seen_state")} | given


def test_a_step_is_shown_then_taken_once(cast, signed_in, row):
    client = signed_in(cast.biro)
    page, _edit, state = pages(row)
    assert state in client.get(page).content.decode()
    given = step_form(client, state)
    assert client.post(state, given)["Location"] == page
    row.refresh_from_db()
    assert row.state == "disetujui"
    text = client.get(page).content.decode()
    assert "“Setujui rencana” tercatat." in text
    assert f"{cast.biro} · Setujui rencana" in text
    assert client.post(state, given)["Location"] == page
    assert row.events.count() == 2
    answer = client.get(state)
    assert answer.status_code == 409
    assert "rapat kini berada pada “Disetujui”" in answer.content.decode()


def test_a_step_that_lacks_something_says_what(cast, signed_in):
    row = meeting(cast.biro, cast.kaltim, state="disetujui", place="")
    client = signed_in(cast.biro)
    address = reverse("meetings:state", args=[row.public_id, "kirim_undangan"])
    assert "Tempat rapat belum diisi." in client.get(address).content.decode()
    answer = client.post(address, step_form(client, address))
    assert answer.status_code == 409
    assert "Daerah peserta belum dipilih." in answer.content.decode()


def test_a_step_that_no_longer_follows_is_refused_at_its_form(cast, signed_in, row):
    client = signed_in(cast.biro)
    _page, _edit, state = pages(row)
    given = step_form(client, state)
    Meeting.objects.update(state="ditunda")
    answer = client.post(state, given)
    assert answer.status_code == 409
    assert "rapat berpindah ke “Ditunda”" in answer.content.decode()
    answer = client.post(state, given | {"seen_state": "ditunda"})
    assert "rapat kini berada pada “Ditunda”" in answer.content.decode()


def test_calling_a_meeting_off_asks_why(cast, signed_in, row):
    client = signed_in(cast.biro)
    address = reverse("meetings:state", args=[row.public_id, "batalkan"])
    assert client.post(address, step_form(client, address, reason="")).status_code == 422
    assert client.post(address, step_form(client, address, reason="Banjir")).status_code == 302
    assert "Banjir" in client.get(row.get_absolute_url()).content.decode()


def test_an_unknown_step_is_not_found_and_methods_are_known(cast, signed_in, row):
    client = signed_in(cast.biro)
    assert client.get(reverse("meetings:state", args=[row.public_id, "terbang"])).status_code == 404
    assert client.post(LIST).status_code == 405
    assert client.post(row.get_absolute_url()).status_code == 405


def test_the_admin_site_shows_meetings_and_changes_nothing(cast, signed_in, row):
    client = signed_in(cast.admin)
    for name in ("meeting", "meetingevent"):
        assert client.get(reverse(f"admin:meetings_{name}_changelist")).status_code == 200
        assert client.get(reverse(f"admin:meetings_{name}_add")).status_code == 403
    assert client.get(reverse("admin:meetings_meeting_change", args=[row.pk])).status_code == 200
    assert client.get(reverse("admin:meetings_meeting_delete", args=[row.pk])).status_code == 403


def test_the_tabs_are_those_of_a_meeting_and_none_is_cut_where_there_is_room(cast, signed_in):
    row = meeting(cast.biro, cast.kaltim, state="berlangsung")
    page = signed_in(cast.biro).get(row.get_absolute_url()).content.decode()
    assert '<nav class="ksd-tabs" aria-label="Bagian rapat ini">' in page
