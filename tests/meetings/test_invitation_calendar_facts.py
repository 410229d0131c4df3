"""The calendar entry of an invitation read back: RFC 5545 and 5546 facts that calendars decide by."""

from datetime import UTC, datetime

import pytest
from django.core import mail
from icalendar import Calendar

from agreements.services.numbering import cancel_number
from ksd.core.errors import ImpossibleStep
from meetings.models import Meeting
from meetings.services import change_state
from meetings.services.answering import AnswerData, answer_by_account
from meetings.services.sending_letters import remind_silent
from meetings.services.standing_letters import letter_due, standing_letter
from meetings.tasks import sendings
from tests.meetings.invitation_rows import agreed, event_in, invited, sent, work
from tests.meetings.rows import moment


@pytest.fixture(autouse=True)
def _no_printer(monkeypatch):
    monkeypatch.setattr(sendings, "paper_of", lambda _letter: None)


@pytest.fixture
def row(cast):
    row = agreed(cast, place="Grand Elty; Singgasana, Tenggarong")
    invited(cast, row, name="Contoh, Nama")
    sent(cast, row)
    work()
    row.refresh_from_db()
    return row


def move(row, **facts):
    Meeting.objects.filter(pk=row.pk).update(**facts)
    row.refresh_from_db()


def test_the_first_invitation_is_a_request(cast, row):
    (message,) = mail.outbox
    calendar, event = event_in(message)
    assert (calendar["VERSION"], calendar["METHOD"], calendar["CALSCALE"]) == ("2.0", "REQUEST", "GREGORIAN")
    assert calendar["PRODID"]
    assert event["UID"] == f"rapat-{row.public_id}@ksd"
    assert event["SEQUENCE"] == 0
    assert event["STATUS"] == "CONFIRMED"
    assert event.decoded("DTSTART") == datetime(2026, 12, 15, 0, tzinfo=UTC), "08.00 WITA"
    assert event.decoded("DTEND") == datetime(2026, 12, 15, 8, tzinfo=UTC)
    assert event.decoded("DTSTAMP").tzinfo is not None
    assert event["LOCATION"] == "Grand Elty; Singgasana, Tenggarong"
    assert event["SUMMARY"] == row.title
    attendee, organiser = event["ATTENDEE"], event["ORGANIZER"]
    assert attendee == "MAILTO:asisten@kukar.test"
    assert attendee.params["CN"] == "Contoh, Nama"
    assert (attendee.params["RSVP"], attendee.params["PARTSTAT"]) == ("TRUE", "NEEDS-ACTION")
    assert attendee.params["ROLE"] == "REQ-PARTICIPANT"
    assert organiser.startswith("MAILTO:")
    assert organiser.params["CN"] == row.organiser_name
    assert not event.errors


def test_the_entry_travels_as_a_calendar_part_and_as_a_file_with_lines_no_longer_than_75_octets(row):
    (message,) = mail.outbox
    parts = list(message.message().walk())
    part = next(each for each in parts if each.get_content_type() == "text/calendar")
    assert part.get_param("method") == "REQUEST"
    Calendar.from_ical(part.get_payload(decode=True))
    raw = next(content for name, content, _type in message.attachments if name == "undangan.ics")
    text = raw if isinstance(raw, bytes) else raw.encode()
    assert b"\r\n" in text
    assert max(len(line) for line in text.split(b"\r\n")) <= 75


def test_a_change_after_the_letter_asks_for_a_letter_and_updates_the_same_entry(cast, row):
    assert letter_due(row, standing_letter(row)) == ""
    move(row, starts_at=moment(16, 8), ends_at=moment(16, 12), place="Samarinda")
    assert "Kirim surat perubahan" in letter_due(row, standing_letter(row))
    letter = sent(cast, row)
    work()
    assert (letter.kind, letter.sequence) == ("perubahan", 1)
    calendar, event = event_in(mail.outbox[-1])
    assert (calendar["METHOD"], event["SEQUENCE"]) == ("REQUEST", 1)
    assert event["UID"] == f"rapat-{row.public_id}@ksd"
    assert event.decoded("DTSTART") == datetime(2026, 12, 16, 0, tzinfo=UTC)
    assert event["LOCATION"] == "Samarinda"
    assert letter_due(row, standing_letter(row)) == ""
    assert standing_letter(row).words["blocks"][0]["text"].startswith("Menindaklanjuti surat kami Nomor")


def test_a_reminder_repeats_the_entry_as_the_letter_told_it(cast, row):
    move(row, starts_at=moment(16, 8), ends_at=moment(16, 12))
    remind_silent(actor=cast.biro, meeting=row)
    work()
    _calendar, event = event_in(mail.outbox[-1])
    assert (event["SEQUENCE"], event.decoded("DTSTART").day) == (0, 15)


def test_a_cancellation_takes_the_entry_away(cast, row):
    change_state(actor=cast.biro, meeting=row, code="batalkan", reason="Banjir")
    row.refresh_from_db()
    assert "surat pembatalan" in letter_due(row, standing_letter(row))
    letter = sent(cast, row)
    work()
    calendar, event = event_in(mail.outbox[-1])
    assert letter.kind == "pembatalan"
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert event["UID"] == f"rapat-{row.public_id}@ksd"
    assert "/undangan/" not in mail.outbox[-1].body
    assert letter_due(row, standing_letter(row)) == ""
    with pytest.raises(ImpossibleStep, match="Tidak ada surat yang dapat dibuat"):
        sent(cast, row)


def test_a_postponed_meeting_leaves_calendars_and_comes_back_under_the_same_name(cast, row):
    change_state(actor=cast.biro, meeting=row, code="tunda", reason="Banjir")
    row.refresh_from_db()
    assert "ditunda" in letter_due(row, standing_letter(row))
    sent(cast, row)
    work()
    calendar, event = event_in(mail.outbox[-1])
    assert (calendar["METHOD"], event["SEQUENCE"]) == ("CANCEL", 1)
    assert "ditunda sampai pemberitahuan" in mail.outbox[-1].body
    for code in ("jadwalkan_kembali", "setujui"):
        change_state(actor=cast.biro, meeting=row, code=code)
    move(row, starts_at=moment(20, 8), ends_at=moment(20, 12))
    sent(cast, row)
    work()
    calendar, event = event_in(mail.outbox[-1])
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("REQUEST", "CONFIRMED", 2)
    assert event["UID"] == f"rapat-{row.public_id}@ksd"
    row.refresh_from_db()
    assert row.state == "undangan_terkirim"


def test_whoever_has_answered_is_shown_so_in_the_changed_entry(cast, row):
    answer_by_account(actor=cast.officer, invitee=row.invitees.get(), data=AnswerData(answer="hadir"))
    move(row, place="Samarinda")
    sent(cast, row)
    work()
    _calendar, event = event_in(mail.outbox[-1])
    assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    assert "Jawaban yang tercatat: Hadir" in mail.outbox[-1].body


def test_a_delegate_hears_of_changes_too(cast, row):
    said = AnswerData(
        answer="diwakili", delegate_name="Wakil", delegate_title="Kabag", delegate_email="wakil@kukar.test"
    )
    answer_by_account(actor=cast.officer, invitee=row.invitees.get(), data=said)
    move(row, place="Samarinda")
    sent(cast, row)
    work()
    assert mail.outbox[-1].cc == ["wakil@kukar.test"]


def test_a_letter_whose_number_was_struck_out_no_longer_stands(cast, row):
    letter = standing_letter(row)
    cancel_number(actor=cast.biro, issued=letter.number, reason="Salah ketik")
    assert standing_letter(row) is None
    again = sent(cast, row)
    assert (again.kind, again.sequence) == ("undangan", 1)
    work()
    assert event_in(mail.outbox[-1])[1]["SEQUENCE"] == 1


def test_the_title_of_a_meeting_cannot_write_headers_of_the_mail(cast):
    row = agreed(cast, title="Rakor\r\nBcc: pencuri@contoh.test")
    invited(cast, row)
    sent(cast, row)
    work()
    (message,) = mail.outbox
    assert "\n" not in message.subject
    assert message.message()["Bcc"] is None
    assert "Rakor" in event_in(message)[1]["SUMMARY"]
