"""Signing at the door: our clock counts, a weak net loses nothing, and nobody stands twice on the list."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from meetings.models import Attendance, Invitee
from meetings.services.checking_in import Sent, check_in
from meetings.services.desk import strike_presence
from tests.meetings.attendance_rows import (
    BUSY,
    CLOSED,
    EARLY,
    OPEN,
    come,
    door,
    drawn,
    expected,
    held,
    somebody,
)
from tests.meetings.rows import moment

MINUTE = timedelta(minutes=1)


def test_the_door_takes_everybody_from_its_opening_until_its_closing(cast):
    row = held(cast)
    for number, at in enumerate((OPEN, BUSY, CLOSED - MINUTE)):
        with clock.frozen(at):
            assert come(row, somebody(f"Tamu {number}"), key=str(number)).row.at == at


def test_before_the_door_opens_the_times_are_told(cast):
    row = held(cast)
    with clock.frozen(EARLY), pytest.raises(ImpossibleStep, match=r"dibuka 15 Desember 2026 07\.00"):
        come(row, somebody())


def test_a_phone_whose_clock_runs_ahead_opens_no_door(cast):
    row = held(cast)
    with clock.frozen(EARLY), pytest.raises(ImpossibleStep, match="belum dibuka"):
        come(row, somebody(), said_at=BUSY)


def test_a_phone_whose_clock_is_wrong_is_taken_while_the_door_is_open(cast):
    row = held(cast)
    with clock.frozen(BUSY):
        taken = come(row, somebody(), said_at=moment(1, 3))
    assert (taken.row.at, taken.row.said_at) == (BUSY, moment(1, 3))
    assert not taken.row.is_delayed


def test_after_the_door_closed_the_times_are_told(cast):
    row = held(cast)
    with clock.frozen(CLOSED), pytest.raises(ImpossibleStep, match=r"ditutup 15 Desember 2026 17\.00"):
        come(row, somebody())


def test_what_was_typed_inside_and_arrives_within_twelve_hours_is_taken_and_marked(cast):
    row = held(cast)
    with clock.frozen(CLOSED + timedelta(hours=12)):
        taken = come(row, somebody(), said_at=BUSY)
    assert taken.row.is_delayed
    assert taken.row.at == CLOSED + timedelta(hours=12)


@pytest.mark.parametrize(
    ("said", "late"),
    [(BUSY, timedelta(hours=12, seconds=1)), (CLOSED, MINUTE), (EARLY, MINUTE), (None, MINUTE)],
)
def test_what_was_typed_outside_or_arrives_later_is_refused(cast, said, late):
    row = held(cast)
    with clock.frozen(CLOSED + late), pytest.raises(ImpossibleStep, match="sudah ditutup"):
        come(row, somebody(), said_at=said)
    assert not Attendance.objects.exists()


def test_the_same_sending_arriving_again_makes_one_line_even_after_the_door_closed(cast):
    row = held(cast)
    with clock.frozen(BUSY):
        first = come(row, somebody())
    with clock.frozen(CLOSED + timedelta(days=1)):
        again = come(row, somebody())
    assert (again.row, again.again) == (first.row, False)
    assert Attendance.objects.count() == 1


@pytest.mark.parametrize("name", ["Contoh Asisten", "  contoh   ASISTEN "])
def test_the_same_delegate_twice_makes_one_line(cast, name):
    row = held(cast)
    invitee = expected(row, cast)
    with clock.frozen(BUSY):
        first = come(row, somebody("Contoh Asisten", invitee=invitee), key="a")
        again = come(row, somebody(name, invitee=invitee), key="b")
    assert (again.row, again.again) == (first.row, True)
    assert Attendance.objects.count() == 1


def test_the_same_guest_twice_makes_one_line_with_and_without_the_invitation(cast):
    row = held(cast)
    invitee = expected(row, cast, region=None, organisation="Lembaga Contoh")
    with clock.frozen(BUSY):
        come(row, somebody(), key="a")
        assert come(row, somebody(), key="b").again
        assert come(row, somebody(invitee=invitee), key="c").again
        assert come(row, somebody(organisation="", region=cast.kubar), key="d").again is False
        assert come(row, somebody(organisation="", region=cast.kubar), key="e").again
    assert Attendance.objects.count() == 2


def test_two_people_of_one_invitation_are_two_lines(cast):
    row = held(cast)
    invitee = expected(row, cast)
    with clock.frozen(BUSY):
        for name in ("Contoh Asisten", "Contoh Ajudan"):
            come(row, somebody(name, invitee=invitee), key=name)
    assert Attendance.objects.filter(invitee=invitee, region=cast.kukar).count() == 2


@pytest.mark.parametrize(
    ("state", "words"),
    [("dibatalkan", "dibatalkan"), ("ditunda", "ditunda"), ("selesai", "dinyatakan selesai")],
)
def test_no_list_is_signed_of_a_meeting_called_off_postponed_or_closed(cast, state, words):
    row = held(cast, state=state)
    with clock.frozen(BUSY), pytest.raises(ImpossibleStep, match=words):
        come(row, somebody())


def test_a_line_struck_out_is_not_brought_back_by_a_repeated_sending_but_by_a_new_one(cast):
    row = held(cast)
    with clock.frozen(BUSY):
        line = come(row, somebody()).row
        strike_presence(actor=cast.biro, row=line, reason="salah orang")
        with pytest.raises(ImpossibleStep, match="sudah dicoret"):
            come(row, somebody())
        assert come(row, somebody(), key="baru").row.pk != line.pk


def test_an_invitation_of_another_meeting_or_one_struck_out_is_refused(cast):
    row, other = held(cast), held(cast)
    foreign, struck = expected(other, cast), expected(row, cast, withdrawn_at=BUSY)
    for invitee in (foreign, struck):
        with clock.frozen(BUSY), pytest.raises(ValidationError, match="tidak ada dalam daftar rapat"):
            come(row, somebody(invitee=invitee))


def test_who_names_neither_invitation_nor_body_is_asked_for_it(cast):
    with clock.frozen(BUSY), pytest.raises(ValidationError, match="Tuliskan instansi"):
        come(held(cast), somebody(organisation=""))


def test_a_signature_is_kept_small_and_an_empty_sheet_is_none(cast):
    row = held(cast)
    with clock.frozen(BUSY):
        signed = check_in(
            session=door(row), data=somebody(), sent=Sent(key="a", signature=drawn((1200, 480)))
        ).row
        plain = check_in(
            session=door(row), data=somebody("B"), sent=Sent(key="b", signature=drawn(empty=True))
        ).row
    assert signed.signature is not None
    assert signed.signature.kind == "tanda-tangan"
    assert signed.signature.size < 10_000
    assert plain.signature is None


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        ("data:image/svg+xml;base64,PHN2Zz4=", "tidak terbaca"),
        ("data:image/png;base64,!!!", "tidak terbaca"),
        ("data:image/png;base64,TVqQAAMAAAAEAAAA", "rusak"),
        ("data:image/png;base64," + "A" * 300_000, "terlalu besar"),
        (drawn((3000, 20)), "tidak terbaca"),
    ],
)
def test_what_is_no_small_picture_is_no_signature(cast, picture, words):
    row = held(cast)
    with clock.frozen(BUSY), pytest.raises(ValidationError, match=words):
        check_in(session=door(row), data=somebody(), sent=Sent(key="a", signature=picture))
    assert not Attendance.objects.exists()


def test_forty_check_ins_cost_the_same_number_of_queries_each(cast, django_assert_num_queries):
    row = held(cast)
    session = door(row)
    Invitee.objects.bulk_create(
        [Invitee(meeting=row, title=f"Undangan {n}", region=cast.kukar, order=n) for n in range(40)]
    )
    invitees = list(row.invitees.current().select_related("region", "office"))
    with clock.frozen(BUSY):
        for number, invitee in enumerate(invitees):
            data, sent = somebody(f"Orang {number}", invitee=invitee), Sent(key=str(number))
            with django_assert_num_queries(8):
                check_in(session=session, data=data, sent=sent)
    assert Attendance.objects.count() == 40
