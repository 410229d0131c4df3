"""Links of invitations that no longer answer: each says why, and how to get another."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from meetings.models import ActLink, Meeting
from meetings.services import change_state
from meetings.services.answering import AnswerData, answer_by_account, answer_by_link, fresh_link
from meetings.services.invitees import strike_out
from meetings.services.links import link_of, new_link
from meetings.tasks import sendings
from tests.meetings.invitation_rows import agreed, invited, link_in, sent, work
from tests.meetings.rows import moment


@pytest.fixture(autouse=True)
def _no_printer(monkeypatch):
    monkeypatch.setattr(sendings, "paper_of", lambda _letter: None)


@pytest.fixture
def row(cast):
    row = agreed(cast)
    invited(cast, row)
    sent(cast, row)
    work()
    row.refresh_from_db()
    return row


@pytest.fixture
def invitee(row):
    return row.invitees.get()


@pytest.fixture
def address(row):
    return link_in(mail.outbox[-1])


def text_of(answer):
    return answer.content.decode()


CLOSED = {
    "dibatalkan": "Rapat ini dibatalkan",
    "ditunda": "Rapat ini ditunda",
    "rencana": "belum atau tidak lagi berlaku",
    "selesai": "belum atau tidak lagi berlaku",
}


@pytest.mark.parametrize("state", CLOSED)
def test_a_link_of_a_meeting_that_does_not_stand_says_so(client, cast, address, invitee, state):
    words = CLOSED[state]
    Meeting.objects.update(state=state)
    page = client.get(address)
    assert page.status_code == 200
    assert words in text_of(page)
    assert "Kirim jawaban" not in text_of(page)
    answer = client.post(address, {"answer": "hadir", "people": "1"})
    assert answer.status_code == 409
    assert words in text_of(answer)
    assert ActLink.objects.get().used_at is None
    with pytest.raises(ImpossibleStep, match=words):
        answer_by_account(actor=cast.officer, invitee=invitee, data=AnswerData(answer="hadir"))


def test_after_the_end_and_after_striking_out_nothing_is_answered(client, cast, address, invitee):
    with clock.frozen(moment(15, 17)):
        assert "sudah berakhir" in text_of(client.get(address))
        assert client.post(address, {"answer": "hadir", "people": "1"}).status_code == 409
        with pytest.raises(ImpossibleStep, match="sudah berakhir"):
            fresh_link(actor=cast.biro, invitee=invitee)
    strike_out(actor=cast.biro, invitee=invitee)
    assert "sudah dicoret" in text_of(client.get(address))
    assert client.post(address, {"answer": "hadir", "people": "1"}).status_code == 409


def test_an_expired_link_says_how_to_get_another(client, address):
    ActLink.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    text = text_of(client.get(address))
    assert "Masa berlaku tautan ini sudah lewat" in text
    assert "mintalah tautan baru" in text
    assert client.post(address, {"answer": "hadir", "people": "1"}).status_code == 409


def test_a_link_that_never_was_is_unknown_and_guessing_is_slowed(client, row, settings):
    unknown = reverse("rsvp:answer", args=["x" * 43])
    assert client.get(unknown).status_code == 404
    assert "tidak lengkap tersalin" in text_of(client.get(unknown))
    statuses = {client.post(unknown, {"answer": "hadir"}).status_code for _n in range(25)}
    assert statuses == {404, 429}
    assert client.get(reverse("rsvp:entry", args=["x" * 43])).status_code in {404, 429}


def test_the_holder_saves_the_entry_while_the_meeting_stands(client, cast, address, row):
    entry = client.get(f"{address}rapat.ics")
    assert entry["Content-Type"].startswith("text/calendar")
    assert b"METHOD:PUBLISH" in entry.content
    assert b"ATTENDEE" not in entry.content
    change_state(actor=cast.biro, meeting=row, code="batalkan", reason="Banjir")
    assert client.get(f"{address}rapat.ics").status_code == 409


def test_a_link_for_another_act_does_not_answer(invitee):
    token = new_link("konfirmasi", invitee=invitee)
    assert link_of(token, "jawab") is None


def test_the_service_itself_refuses_a_used_link(invitee, address):
    link = ActLink.objects.select_related("invitee__meeting").get()
    answer_by_link(link=link, data=AnswerData(answer="hadir"))
    with pytest.raises(ImpossibleStep, match="sudah dipakai"):
        answer_by_link(link=link, data=AnswerData(answer="tidak_hadir"))
