"""Who is struck off after the letter came hears of it by mail, and the calendar forgets the meeting (RFC 5546)."""

import pytest
from django.core import mail
from django.urls import reverse

from meetings.models import Sending
from meetings.services.invitees import strike_out
from meetings.services.sending_letters import remind_silent
from meetings.tasks import sendings
from tests.meetings.invitation_rows import agreed, event_in, invited, sent, work


@pytest.fixture(autouse=True)
def _no_printer(monkeypatch):
    monkeypatch.setattr(sendings, "paper_of", lambda _letter: None)


@pytest.fixture
def row(cast):
    return agreed(cast)


def test_the_mail_says_so_and_cancels_the_entry_of_this_one_alone(cast, row):
    guest, stays = invited(cast, row), invited(cast, row, title="Kepala Bagian", email="lain@kukar.test")
    sent(cast, row)
    work()
    mail.outbox.clear()
    strike_out(actor=cast.biro, invitee=guest)
    work()
    (told,) = mail.outbox
    assert told.to == ["asisten@kukar.test"]
    assert told.subject.startswith("Penarikan undangan Rakor")
    assert "ditarik kembali" in told.body
    assert "/undangan/" not in told.body
    calendar, event = event_in(told)
    assert (calendar["METHOD"], event["UID"]) == ("CANCEL", f"rapat-{row.public_id}@ksd")
    assert "STATUS" not in event  # the meeting itself stands
    assert "asisten@kukar.test" in event["ATTENDEE"]
    remind_silent(actor=cast.biro, meeting=row)
    assert stays.sendings.get(round=1).takes_back is False


def test_whom_no_mail_reached_gets_none(cast, row):
    waiting = invited(cast, row)
    strike_out(actor=cast.biro, invitee=waiting)  # before any letter
    silent, late = invited(cast, row, email=""), invited(cast, row, title="Kepala Bagian")
    sent(cast, row)
    for guest in (silent, late):  # without an address, and while the worker is away
        strike_out(actor=cast.biro, invitee=guest)
    work()
    assert mail.outbox == []
    assert not Sending.objects.filter(takes_back=True).exists()


def test_who_is_invited_anew_meanwhile_keeps_the_entry(cast, row):
    guest = invited(cast, row)
    sent(cast, row)
    work()
    mail.outbox.clear()
    strike_out(actor=cast.biro, invitee=guest)
    invited(cast, row, title="Kepala Bagian", email="Asisten@kukar.test")
    work()
    assert mail.outbox == []
    assert Sending.objects.get(takes_back=True).state == "dilewati"


def test_the_page_says_beforehand_who_will_be_told(cast, signed_in, row):
    guest = invited(cast, row)
    sent(cast, row)
    client = signed_in(cast.biro)
    address = reverse("meetings:invitee_strike", args=[row.public_id, guest.public_id])
    assert "beri tahu sendiri" in client.get(address).content.decode()
    work()
    assert "Surel penarikan dikirim ke asisten@kukar.test" in client.get(address).content.decode()
