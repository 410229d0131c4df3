"""The pages of the room: who sees what, how they follow, and that nothing typed is lost."""

import re
from time import monotonic

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import AgendaItem, Decision, LiveNote, Meeting
from meetings.services.room import add_note
from meetings.views import welcome
from tests.meetings.room_rows import delegation, held, point

LIVE = {"HTTP_X_KSD_LIVE": "1"}


@pytest.fixture
def row(cast):
    return held(cast)


def at(row, name, **more):
    return reverse(f"meetings:{name}", kwargs={"public_id": row.public_id, **more})


def ask(client, row, view="telepon", **seen):
    now = Meeting.objects.get(pk=row.pk)
    return client.get(at(row, "pulse"), {"pulse": f"{now.pulse}.0", "state": now.state, "view": view, **seen})


def entered(user):
    client = Client()
    client.force_login(user, backend="ksd.accounts.backends.RolePermissionBackend")
    return client


def note(client, row, **given):
    return client.post(at(row, "note_new"), {"form_token": "kunci", "text": "Catatan.", **given}, **LIVE)


def decision_form(**given):
    return {"form_token": "kunci", "text": "Butir.", "kind": "keputusan", "duty_rows": "2", **given}


def test_the_manager_has_a_desk_and_a_delegate_a_page_to_follow(cast, row):
    desk = entered(cast.biro).get(at(row, "room")).content.decode()
    phone = entered(cast.officer).get(at(row, "room")).content.decode()
    assert "Tulis butir rumusan" in desk
    assert "Acara 1" in phone
    assert "Tulis butir rumusan" not in phone
    assert "Tidak ada acara yang berjalan" in entered(cast.officer).get(at(row, "screen")).content.decode()


@pytest.mark.parametrize(("who", "status"), [("stranger", 404), ("nobody", 404), ("observer", 200)])
def test_strangers_find_no_room(cast, row, who, status):
    client = entered(getattr(cast, who))
    assert [client.get(at(row, name)).status_code for name in ("room", "screen", "record")] == [status] * 3
    assert client.get(at(row, "pulse")).status_code == status


def test_notes_of_the_secretariat_are_not_for_delegates(cast, row):
    add_note(actor=cast.biro, meeting=row, text="Untuk notula saja.", key="a")
    client = entered(cast.officer)
    for view in ("meja", "layar", "telepon", "rumusan"):
        assert "Untuk notula saja" not in ask(client, row, view, pulse="").content.decode()
    assert "Untuk notula saja" in ask(entered(cast.biro), row, "meja", pulse="").content.decode()


def test_when_nothing_is_new_one_query_says_so(cast, row):
    client = entered(cast.officer)
    ask(client, row)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer = client.get(at(row, "pulse"), {"pulse": "0.0", "state": "berlangsung"})
    assert (answer.status_code, answer.content) == (204, b"")
    of_meeting = [query["sql"] for query in queries if '"meetings_' in query["sql"]]
    assert len(of_meeting) == 1
    assert len(queries) == 3  # the session, the person, the pulse
    assert answer["X-KSD-Now"].isdigit()


def test_who_lost_the_right_is_shown_out_within_seconds(cast, row, monkeypatch):
    client = entered(cast.officer)
    assert ask(client, row).status_code == 204
    cast.officer.memberships.all().delete()
    monkeypatch.setattr(welcome, "monotonic", lambda: monotonic() + welcome.SECONDS + 1)
    assert ask(client, row).status_code == 404


def test_the_poll_costs_the_same_for_one_and_for_forty_delegations(cast, row):
    client = entered(cast.officer)
    delegation(row, cast.kukar)
    point(cast.biro, row)
    ask(client, row, pulse="")

    def cost(view):
        Meeting.objects.filter(pk=row.pk).update(pulse=Meeting.objects.get(pk=row.pk).pulse + 1)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(at(row, "pulse"), {"view": view}).status_code == 200
        return len(queries)

    few = [cost(view) for view in ("telepon", "layar", "rumusan")]
    for number in range(40):
        delegation(row, None, title=f"Contoh {number}")
        point(cast.biro, row, f"Butir {number}.")
    assert [cost(view) for view in ("telepon", "layar", "rumusan")] == few


def test_a_shared_page_is_written_once_for_all_who_look(cast, row):
    clients = [entered(user) for user in (cast.officer, cast.partner, cast.observer)]
    ask(clients[0], row, pulse="")
    for client in clients:
        with CaptureQueriesContext(connection) as queries:
            assert ask(client, row, pulse="").status_code == 200
        assert len(queries) <= 6


def test_what_another_wrote_follows_and_the_same_words_are_not_sent_again(cast, row):
    client = entered(cast.officer)
    first = ask(client, row, pulse="")
    point(cast.biro, row, "Baru saja disepakati.")
    second = client.get(
        at(row, "pulse"), {"pulse": first["X-KSD-Pulse"], "state": "berlangsung", "mark": first["X-KSD-Mark"]}
    )
    assert "Baru saja disepakati." in second.content.decode()
    add_note(actor=cast.biro, meeting=row, text="Tidak tampak di telepon.", key="a")
    third = client.get(
        at(row, "pulse"),
        {"pulse": second["X-KSD-Pulse"], "state": "berlangsung", "mark": second["X-KSD-Mark"]},
    )
    assert third.status_code == 204
    assert float(third["X-KSD-Pulse"]) == float(second["X-KSD-Pulse"]) + 1


@pytest.mark.parametrize(
    "given", [{"pulse": "9" * 400}, {"pulse": "x"}, {"view": "../"}, {"mark": "<b>"}, {}]
)
def test_nonsense_asked_of_the_pulse_is_answered(cast, row, given):
    assert entered(cast.officer).get(at(row, "pulse"), given).status_code in (200, 204)


def test_an_item_is_run_from_the_desk(cast, row):
    client, item = entered(cast.biro), row.items.first()
    address = at(row, "item_act", item=item.public_id, act="mulai")
    given = {"form_token": "a", "seen_state": "menunggu"}
    assert client.post(address, given)["Location"] == at(row, "room")
    assert "data-begun" in client.get(at(row, "screen")).content.decode()
    late = client.post(address, {"form_token": "b", "seen_state": "menunggu"}, **LIVE)
    assert late.status_code == 409
    assert "Orang lain sudah mengubah" in late.json()["errors"][0]
    page = client.post(address, {"form_token": "c", "seen_state": "menunggu"})
    assert page.status_code == 409
    assert "Orang lain sudah mengubah" in page.content.decode()
    assert client.post(at(row, "item_act", item=item.public_id, act="terbang")).status_code == 404
    assert entered(cast.officer).post(address, given).status_code == 403


def test_a_note_queued_on_the_phone_arrives_twice_and_counts_once(cast, row):
    client = entered(cast.biro)
    assert note(client, row).status_code == 204
    assert note(client, row).status_code == 302  # led to where the first sending led
    assert LiveNote.objects.count() == 1
    assert LiveNote.objects.get().key == "kunci"


def test_a_note_goes_to_the_item_at_hand(cast, row):
    item = row.items.all()[1]
    AgendaItem.objects.filter(pk=item.pk).update(state="berjalan")
    note(entered(cast.biro), row)
    assert LiveNote.objects.get().item == item


def test_a_refused_note_comes_back_with_its_words(cast, row):
    client = entered(cast.biro)
    Meeting.objects.filter(pk=row.pk).update(state="tindak_lanjut")
    answer = client.post(at(row, "note_new"), {"form_token": "k", "text": "Jangan hilang."})
    assert answer.status_code == 409
    assert "Jangan hilang." in answer.content.decode()
    live = note(client, row, form_token="l")
    assert live.status_code == 409
    assert "selama rapat berlangsung" in live.json()["errors"][0]
    assert note(client, row, form_token="m", text="").status_code == 422


def test_both_wordings_of_a_note_are_shown(cast, row):
    client = entered(cast.biro)
    mine = add_note(actor=cast.biro, meeting=row, text="Pertama.", key="a")
    address = at(row, "note", pk=mine.pk)
    client.post(address, {"form_token": "a", "text": "Dari tablet.", "seen_revision": "0"})
    late = client.post(address, {"form_token": "b", "text": "Dari laptop.", "seen_revision": "0"})
    text = late.content.decode()
    assert late.status_code == 409
    assert "Dari tablet." in text
    assert "Dari laptop." in text
    again = client.post(
        address, {"form_token": "c", "text": "Keduanya.", "seen_revision": hidden(text, "seen_revision")}
    )
    assert again.status_code == 302
    assert (
        client.post(address, {"form_token": "d", "text": "x", "seen_revision": "2", "drop": "1"}).status_code
        == 302
    )
    assert client.get(address).status_code == 404


def hidden(text, name):
    """The value of a hidden field of a page."""
    field = re.findall(rf'<input[^>]*name="{name}"[^>]*>', text)[0]
    return re.findall(r'value="([^"]*)"', field)[0]


def test_a_point_is_typed_once_with_who_owes_what(cast, row):
    client = entered(cast.biro)
    given = decision_form(who_0=f"r{cast.kukar.pk}", target_0="Rancangan", due_0="2026-12-31")
    assert client.post(at(row, "decision_quick"), given, **LIVE).status_code == 204
    assert client.post(at(row, "decision_quick"), given, **LIVE).status_code == 302
    owed = Decision.objects.get().follow_ups.get()
    assert (owed.region, owed.target, str(owed.due_on)) == (cast.kukar, "Rancangan", "2026-12-31")


@pytest.mark.parametrize(
    "given",
    [
        {"text": ""},
        {"kind": "x"},
        {"who_0": "r99999"},
        {"who_0": "o1'"},
        {"target_0": "Tanpa penanggung jawab"},
        {"due_0": "kemarin"},
        {"item": "999999999999999999999"},
    ],
)
def test_a_point_filled_in_wrongly_comes_back_as_it_was_typed(cast, row, given):
    answer = entered(cast.biro).post(
        at(row, "decision_quick"), decision_form(**{"target_1": "Tetap ada", **given})
    )
    assert answer.status_code == 422
    assert "Tetap ada" in answer.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize("rows", ["", "-1", "999999", "x", "1e9"])
def test_a_strange_number_of_rows_is_no_fault(cast, row, rows):
    answer = entered(cast.biro).post(at(row, "decision_quick"), decision_form(duty_rows=rows))
    assert answer.status_code in (302, 422)


def test_two_secretaries_see_both_wordings_of_a_point(cast, row):
    found = point(cast.biro, row, "Semula.")
    address = at(row, "decision", decision=found.public_id)
    head, biro = entered(cast.head), entered(cast.biro)
    seen = hidden(head.get(address).content.decode(), "seen_revision")
    assert biro.post(address, decision_form(text="Dari biro.", seen_revision=seen)).status_code == 302
    late = head.post(address, decision_form(text="Dari kepala.", seen_revision=seen, form_token="b"))
    text = late.content.decode()
    assert late.status_code == 409
    assert "Dari biro." in text
    assert "Dari kepala." in text
    merged = decision_form(text="Keduanya.", seen_revision=hidden(text, "seen_revision"), form_token="c")
    assert head.post(address, merged).status_code == 302
    found.refresh_from_db()
    assert found.text == "Keduanya."


def test_a_point_is_moved_up_and_taken_out_from_its_page(cast, row):
    client = entered(cast.biro)
    first, second = point(cast.biro, row, "A."), point(cast.biro, row, "B.")
    up = at(row, "decision_act", decision=second.public_id, act="naik")
    assert client.post(up, {"form_token": "a", "seen_revision": "0"}).status_code == 302
    out = at(row, "decision_act", decision=first.public_id, act="cabut")
    assert client.post(out, {"form_token": "b", "seen_revision": "7"}).status_code == 409
    assert client.post(out, {"form_token": "c", "seen_revision": "0"}).status_code == 302
    assert list(row.decisions.filter(dropped_at=None).values_list("order", "text")) == [(1, "B.")]


def test_the_room_has_its_tab_while_the_meeting_is_held(cast, row):
    client = entered(cast.officer)
    cache.clear()
    assert "Ruang rapat" in client.get(row.get_absolute_url()).content.decode()
    Meeting.objects.filter(pk=row.pk).update(state="tindak_lanjut")
    page = client.get(row.get_absolute_url()).content.decode()
    assert "Ruang rapat" not in page
    assert at(row, "record") in page


def test_a_room_whose_meeting_is_over_offers_nothing_to_press(cast, row):
    Meeting.objects.filter(pk=row.pk).update(state="tindak_lanjut")
    page = entered(cast.biro).get(at(row, "room")).content.decode()
    assert "isinya ditulis selama rapat berlangsung" in page
    assert all(
        words not in page for words in ("Simpan catatan", "Simpan butir", "ksd-room-acts", '"ksd-desk"')
    )
