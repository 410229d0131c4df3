"""Sessions follow the days of the meeting; each has a door that opens and closes at its hours."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from meetings.models import Meeting, MeetingSession
from meetings.services import change_state, ensure_sessions
from meetings.services.sessions import (
    SessionData,
    add_session,
    change_session,
    drop_session,
    prepare_sessions,
)
from tests.meetings.attendance_rows import BUSY, OPEN, come, door, held, somebody
from tests.meetings.rows import meeting, moment


def hours(session):
    return SessionData(
        title=session.title, starts_at=session.starts_at, ends_at=session.ends_at, opens_at=session.opens_at,
        closes_at=session.closes_at,
    )  # fmt: skip


def test_a_meeting_of_one_day_has_one_session_whose_door_opens_and_closes_an_hour_apart(cast):
    session = door(held(cast))
    assert (session.starts_at, session.ends_at) == (moment(15, 8), moment(15, 16))
    assert (session.opens_at, session.closes_at) == (moment(15, 7), moment(15, 17))


def test_a_meeting_of_three_days_has_a_session_each_day(cast):
    row = held(cast, ends_at=moment(17, 12))
    assert [(each.starts_at, each.ends_at) for each in row.sessions.all()] == [
        (moment(15, 8), moment(15, 12)),
        (moment(16, 8), moment(16, 12)),
        (moment(17, 8), moment(17, 12)),
    ]
    assert row.sessions.all()[0].title == "Hari ke-1, 15 Desember 2026"


@pytest.mark.parametrize(
    ("starts", "ends"),
    [(moment(15, 8), moment(15, 8)), (moment(15, 22), moment(16, 1)), (moment(15, 22), moment(18, 1))],
)
def test_hours_over_midnight_and_meetings_without_length_still_get_their_sessions(cast, starts, ends):
    assert held(cast, starts_at=starts, ends_at=ends).sessions.exists()


def test_sending_invitations_and_beginning_make_the_sessions(cast):
    row = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,), state="undangan_terkirim")
    with clock.frozen(BUSY):
        change_state(actor=cast.biro, meeting=row, code="mulai")
    assert row.sessions.count() == 1


def test_a_new_date_moves_the_door_and_keeps_its_code_until_somebody_signed(cast):
    row = held(cast)
    code = door(row).code
    later = {"starts_at": moment(22, 8), "ends_at": moment(22, 16)}
    Meeting.objects.filter(pk=row.pk).update(**later)
    row.refresh_from_db()
    prepare_sessions(actor=cast.biro, meeting=row)
    assert (door(row).starts_at, door(row).code) == (moment(22, 8), code)
    with clock.frozen(moment(22, 8)):
        come(row, somebody())
    Meeting.objects.filter(pk=row.pk).update(starts_at=moment(23, 8), ends_at=moment(23, 16))
    row.refresh_from_db()
    ensure_sessions(row)
    assert door(row).starts_at == moment(22, 8)


def test_a_session_is_changed_added_and_dropped_by_the_organiser_only(cast):
    row = held(cast)
    session = door(row)
    data = hours(session)
    for act in (
        lambda actor: add_session(actor=actor, meeting=row, data=data),
        lambda actor: change_session(actor=actor, session=session, data=data),
        lambda actor: drop_session(actor=actor, session=session),
        lambda actor: prepare_sessions(actor=actor, meeting=row),
    ):
        with pytest.raises(NotAllowed, match="tidak berwenang mengurus rapat"):
            act(cast.officer)
    added = add_session(actor=cast.biro, meeting=row, data=data)
    drop_session(actor=cast.biro, session=added)
    assert row.sessions.count() == 1


def test_a_session_somebody_signed_is_not_dropped(cast):
    row = held(cast)
    with clock.frozen(OPEN):
        come(row, somebody())
    with pytest.raises(ImpossibleStep, match="sudah mempunyai daftar hadir"):
        drop_session(actor=cast.biro, session=door(row))


def test_a_session_lies_on_a_day_of_the_meeting_and_its_door_is_open_during_it(cast):
    row = held(cast)
    day = timedelta(days=3)
    session = door(row)
    shifted = SessionData(
        **{name: value if name == "title" else value + day for name, value in vars(hours(session)).items()}
    )
    with pytest.raises(ValidationError, match="Sesi harus pada hari rapat"):
        add_session(actor=cast.biro, meeting=row, data=shifted)
    shut = SessionData(**(vars(hours(session)) | {"opens_at": moment(15, 16), "closes_at": moment(15, 18)}))
    with pytest.raises(ValidationError, match="harus terbuka pada waktu sesi"):
        change_session(actor=cast.biro, session=session, data=shut)


def test_a_closed_meeting_keeps_its_sessions_as_they_are(cast):
    row = held(cast, state="selesai")
    with pytest.raises(ImpossibleStep, match="datanya dikunci"):
        change_session(actor=cast.biro, session=door(row), data=hours(door(row)))


def test_the_form_of_a_session_comes_back_with_what_was_typed(cast, signed_in):
    row = held(cast)
    client = signed_in(cast.biro)
    address = reverse("meetings:session_add", args=[row.public_id])
    given = {"form_token": "t1", "title": "Sesi sore", "starts_at": "2026-12-15T17:00", "ends_at": "2026-12-15T13:00",
             "opens_at": "2026-12-15T12:00", "closes_at": "2026-12-15T18:00"}  # fmt: skip
    wrong = client.post(address, given)
    assert wrong.status_code == 422
    assert "Sesi sore" in wrong.content.decode()
    right = client.post(address, given | {"starts_at": "2026-12-15T12:30", "form_token": "t2"})
    assert right.status_code == 302
    client.post(address, given | {"starts_at": "2026-12-15T12:30", "form_token": "t2"})
    assert MeetingSession.objects.filter(title="Sesi sore").count() == 1


def test_the_sheet_for_the_door_shows_the_qr_to_the_organiser_only(cast, signed_in):
    row = held(cast)
    address = reverse("meetings:session_door", args=[row.public_id, door(row).pk])
    page = signed_in(cast.biro).get(address).content.decode()
    assert "data:image/svg+xml" in page
    assert f"/hadir/{door(row).code}/" in page
    assert signed_in(cast.officer).get(address).status_code == 403
    assert signed_in(cast.stranger).get(address).status_code == 404
