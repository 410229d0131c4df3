"""The page behind the QR: without account and without scripts, told plainly what happened, telling nothing of others."""

import pytest
from django.urls import reverse

from ksd.core import clock
from meetings.models import Attendance
from meetings.services.desk import record_presence
from meetings.views import check_in as views
from tests.meetings.attendance_rows import BUSY, CLOSED, EARLY, door, drawn, expected, held, somebody, typed

LIVE = {"HTTP_X_KSD_LIVE": "1"}


def address(row):
    return reverse("checkin:page", args=[door(row).code])


def test_anybody_who_holds_the_code_signs_once_however_often_it_is_sent(client, cast):
    row = held(cast)
    with clock.frozen(BUSY):
        assert 'name="key"' in client.get(address(row)).content.decode()
        for _again in range(2):
            answer = client.post(address(row), typed(), follow=True)
            assert "Kehadiran Anda tercatat" in answer.content.decode()
    line = Attendance.objects.get()
    assert (line.way, line.name, line.at, line.said_at) == ("qr", "Contoh Tamu", BUSY, None)


def test_the_same_delegate_twice_is_told_kindly(client, cast):
    row = held(cast)
    invitee = expected(row, cast)
    with clock.frozen(BUSY):
        for key in ("a", "b"):
            answer = client.post(address(row), typed(invitee=invitee.public_id, key=key), follow=True)
        page = answer.content.decode()
        told = client.post(address(row), typed(invitee=invitee.public_id, key="c"), **LIVE)
    assert "sudah tercatat hadir. Tidak perlu mengisi lagi" in page
    assert (told.status_code, "sudah tercatat hadir" in told.json()["words"]) == (200, True)
    line = Attendance.objects.get()
    assert (line.region, line.organisation) == (cast.kukar, invitee.body)


def test_a_script_is_answered_in_words_it_can_show(client, cast):
    row = held(cast)
    with clock.frozen(BUSY):
        taken = client.post(
            address(row), typed(said_at="2026-12-15T01:00:00.000Z", signature=drawn()), **LIVE
        )
        wrong = client.post(address(row), typed(name="", key="b"), **LIVE)
    assert "Contoh Tamu tercatat hadir pukul 09.00" in taken.json()["words"]
    assert (wrong.status_code, "Nama lengkap" in wrong.json()["errors"][0]) == (422, True)
    line = Attendance.objects.get()
    assert line.said_at is not None
    assert line.signature is not None


@pytest.mark.parametrize(("at", "words"), [(EARLY, "belum dibuka"), (CLOSED, "sudah ditutup")])
def test_outside_its_time_the_page_says_so_with_the_times(client, cast, at, words):
    row = held(cast)
    with clock.frozen(at):
        page = client.get(address(row))
        sent = client.post(address(row), typed())
        live = client.post(address(row), typed(), **LIVE)
    for answer, status in ((page, 200), (sent, 409)):
        assert answer.status_code == status
        assert words in answer.content.decode()
    assert (live.status_code, words in live.json()["errors"][0]) == (409, True)


def test_a_delayed_sending_is_taken_through_the_page(client, cast):
    row = held(cast)
    with clock.frozen(CLOSED):
        answer = client.post(address(row), typed(said_at=BUSY.isoformat()), **LIVE)
    assert answer.status_code == 200
    assert Attendance.objects.select_related("session").get().is_delayed


@pytest.mark.parametrize(
    ("state", "words"), [("dibatalkan", "Rapat ini dibatalkan"), ("selesai", "dinyatakan selesai")]
)
def test_a_meeting_called_off_or_closed_says_so(client, cast, state, words):
    row = held(cast, state=state)
    with clock.frozen(BUSY):
        assert words in client.get(address(row)).content.decode()
        assert client.post(address(row), typed()).status_code == 409


def test_the_page_tells_titles_and_bodies_and_nothing_of_anybody(client, cast):
    row = held(cast)
    expected(
        row,
        cast,
        email="rahasia@kukar.test",
        delegate_name="Contoh Wakil Rahasia",
        delegate_title="Wakil",
        answer="diwakili",
    )
    with clock.frozen(BUSY):
        record_presence(
            actor=cast.biro,
            session=door(row),
            data=somebody("Contoh Tersembunyi", phone="0812-TAMU", nip="NIP-RAHASIA"),
        )
        answer = client.get(address(row))
    page = answer.content.decode()
    assert f"Asisten I, {cast.kukar.government_name}" in page
    for secret in (
        "Contoh Asisten",
        "0811-RAHASIA",
        "rahasia@",
        "Contoh Wakil",
        "Tersembunyi",
        "0812-TAMU",
        "NIP-RAHASIA",
    ):
        assert secret not in page
    assert answer["X-Robots-Tag"].startswith("noindex")
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]


def test_an_unknown_code_is_not_found_and_guessing_is_slowed(client, cast):
    place = reverse("checkin:page", args=["kode-yang-tidak-ada"])
    answers = [client.get(place).status_code for _guess in range(views.MOST_MISSES + 1)]
    assert answers[0] == 404
    assert answers[-1] == 429
    assert client.post(place, typed()).status_code == 429


def test_one_address_may_not_ask_without_end(client, cast, monkeypatch):
    row = held(cast)
    monkeypatch.setattr(views, "PER_MINUTE", 2)
    with clock.frozen(BUSY):
        assert [client.get(address(row)).status_code for _again in range(3)] == [200, 200, 429]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""}, {"name": "x" * 200}, {"name": "a\x00b"}, {"key": ""}, {"key": "k" * 65}, {"gender": "X"},
        {"invitee": "tidak-ada"}, {"region": "9" * 40}, {"region": "a"}, {"title": ""}, {"organisation": ""},
        {"signature": "data:text/html;base64,PGI+"}, {"signature": "x" * 400_000}, {"phone": "1" * 50},
    ],
)  # fmt: skip
def test_bad_input_comes_back_with_what_was_typed(client, cast, wrong):
    row = held(cast)
    with clock.frozen(BUSY):
        answer = client.post(address(row), typed(nip="NIP-SAYA") | wrong)
    assert answer.status_code == 422
    assert "NIP-SAYA" in answer.content.decode()
    assert not Attendance.objects.exists()


@pytest.mark.parametrize(
    "said", ["besok", "9999-99-99T99:99", "0001-01-01T00:00:00Z", "a" * 190, "2026-12-15T08:00"]
)
def test_nonsense_of_the_phone_s_clock_harms_nobody(client, cast, said):
    row = held(cast)
    with clock.frozen(BUSY):
        assert client.post(address(row), typed(said_at=said), **LIVE).status_code == 200
    assert Attendance.objects.count() == 1


def test_markup_in_a_name_is_shown_as_typed(client, cast, signed_in):
    row = held(cast)
    with clock.frozen(BUSY):
        client.post(address(row), typed(name="<script>x</script>"))
    page = signed_in(cast.biro).get(reverse("meetings:attendance", args=[row.public_id])).content.decode()
    assert "&lt;script&gt;x" in page
    assert "<script>x" not in page
