"""The secretary's desk: search, one tap, a guest, a correction, a line struck out with its reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from meetings.models import Attendance, Invitee, MeetingEvent
from meetings.services.attending import people_present, present_at, regions_present
from meetings.services.desk import correct_presence, expected_of, record_presence, strike_presence
from tests.meetings.attendance_rows import BUSY, CLOSED, EARLY, come, door, expected, held, somebody


def place(name, row, *more):
    return reverse(f"meetings:attendance_{name}", args=[row.public_id, door(row).pk, *more])


def filled(**facts):
    given = {
        "form_token": "t", "name": "Contoh Tamu", "title": "Staf", "organisation": "Lembaga Contoh", "region": "",
        "stands_for": "", "nip": "", "gender": "", "phone": "",
    }  # fmt: skip
    return given | facts


def delegate(row, cast):
    return expected(
        row,
        cast,
        name="",
        answer="diwakili",
        delegate_name="Contoh Wakil",
        delegate_title="Kabag",
        delegate_phone="0899",
    )


def test_one_tap_notes_the_invited_and_the_delegate_of_the_answer(cast, signed_in):
    row = held(cast)
    himself, sent = expected(row, cast), delegate(row, cast)
    client = signed_in(cast.biro)
    with clock.frozen(BUSY):
        for invitee in (himself, sent):
            answer = client.post(place("invitee", row, invitee.public_id), {"langsung": "1", "q": "a"})
            assert answer.url == f"{place('desk', row)}?q=a#u-{invitee.public_id}"
    first, second = present_at(row)
    assert (first.name, first.stands_for, first.way, first.recorded_by) == (
        "Contoh Asisten",
        "",
        "meja",
        cast.biro,
    )
    assert (second.name, second.title, second.stands_for) == ("Contoh Wakil", "Kabag", "Asisten I")
    assert second.phone == "0899"


def test_a_second_tap_is_told_and_writes_nothing(cast, signed_in):
    row = held(cast)
    invitee = expected(row, cast)
    client = signed_in(cast.biro)
    with clock.frozen(BUSY):
        for _tap in range(2):
            page = client.post(place("invitee", row, invitee.public_id), {"langsung": "1"}, follow=True)
    assert "sudah tercatat hadir pada sesi ini" in page.content.decode()
    assert Attendance.objects.count() == 1


def test_where_nobody_is_named_the_tap_asks_for_the_name(cast, signed_in):
    row = held(cast)
    invitee = expected(row, cast, name="")
    client = signed_in(cast.biro)
    with clock.frozen(BUSY):
        form = client.get(place("invitee", row, invitee.public_id)).content.decode()
        assert client.post(place("invitee", row, invitee.public_id), {"langsung": "1"}).status_code == 422
        client.post(place("invitee", row, invitee.public_id), filled(name="Contoh Nama"))
    assert "Asisten I" in form
    assert present_at(row).get().invitee == invitee


def test_a_guest_without_invitation_is_noted_once(cast, signed_in):
    row = held(cast)
    client = signed_in(cast.biro)
    with clock.frozen(BUSY):
        assert client.post(place("guest", row), filled()).status_code == 302
        client.post(place("guest", row), filled())
        again = client.post(place("guest", row), filled(form_token="t2"))
    assert (again.status_code, "sudah tercatat hadir" in again.content.decode()) == (409, True)
    assert people_present(row) == 1


def test_the_search_finds_every_word_anywhere_in_the_line_and_works_without_scripts(cast, signed_in):
    row = held(cast)
    expected(row, cast), delegate(row, cast)
    expected(row, cast, title="Kepala Dinas", name="Contoh Lain", region=cast.kubar)
    client = signed_in(cast.biro)
    found = client.get(place("desk", row), {"q": "wakil kutai kartanegara"}).content.decode()
    assert "Contoh Wakil" in found
    assert "Contoh Lain" not in found
    assert "Tidak ada undangan yang cocok" in client.get(place("desk", row), {"q": "%_'"}).content.decode()


def test_a_line_is_struck_with_its_reason_stays_readable_and_may_be_noted_anew(cast, signed_in):
    row = held(cast)
    invitee = expected(row, cast)
    client = signed_in(cast.biro)
    with clock.frozen(BUSY):
        line = record_presence(actor=cast.biro, session=door(row), data=expected_of(invitee))
        strike = reverse("meetings:attendance_strike", args=[row.public_id, line.pk])
        assert client.post(strike, {"form_token": "s"}).status_code == 422
        assert client.post(strike, {"form_token": "s", "reason": "salah orang"}).status_code == 302
        assert client.post(strike, {"form_token": "s2", "reason": "salah orang"}).status_code == 409
        assert "salah orang" in client.get(place("desk", row)).content.decode()
        record_presence(actor=cast.biro, session=door(row), data=expected_of(invitee))
    assert (Attendance.objects.count(), present_at(row).count()) == (2, 1)
    assert MeetingEvent.objects.filter(step="coret_hadir", reason__contains="salah orang").count() == 1
    assert client.get(reverse("meetings:detail", args=[row.public_id])).status_code == 200


def test_a_line_is_put_right_and_keeps_its_hour_and_way(cast):
    row = held(cast)
    with clock.frozen(BUSY):
        line = come(row, somebody("Contoh Tammu")).row
    with clock.frozen(CLOSED):
        correct_presence(actor=cast.biro, row=line, data=somebody("Contoh Tamu", nip="1980"))
    line.refresh_from_db()
    assert (line.name, line.nip, line.at, line.way) == ("Contoh Tamu", "1980", BUSY, "qr")
    assert MeetingEvent.objects.filter(step="ubah_hadir").count() == 1


def test_a_line_is_not_put_right_into_somebody_who_is_there(cast):
    row = held(cast)
    with clock.frozen(BUSY):
        come(row, somebody("A"), key="a")
        line = come(row, somebody("B"), key="b").row
        with pytest.raises(ImpossibleStep, match="sudah tercatat hadir"):
            correct_presence(actor=cast.biro, row=line, data=somebody("A"))


def test_the_desk_writes_after_the_door_closed_with_a_trace_but_not_before_it_opens(cast):
    row = held(cast)
    with clock.frozen(EARLY), pytest.raises(ImpossibleStep, match="belum dibuka"):
        record_presence(actor=cast.biro, session=door(row), data=somebody())
    with clock.frozen(CLOSED):
        line = record_presence(actor=cast.biro, session=door(row), data=somebody())
    assert not Attendance.objects.select_related("session").get(pk=line.pk).is_delayed
    assert MeetingEvent.objects.filter(step="hadir_susulan").count() == 1


@pytest.mark.parametrize("state", ["dibatalkan", "ditunda", "selesai"])
def test_the_desk_of_a_meeting_called_off_postponed_or_closed_writes_nothing(cast, state, signed_in):
    row = held(cast, state=state)
    with clock.frozen(BUSY), pytest.raises(ImpossibleStep):
        record_presence(actor=cast.biro, session=door(row), data=somebody())
    assert signed_in(cast.biro).get(place("desk", row)).status_code == 200


def test_only_the_organiser_works_at_the_desk(cast, signed_in):
    row = held(cast)
    with clock.frozen(BUSY):
        line = come(row, somebody()).row
        for act in (
            lambda: record_presence(actor=cast.officer, session=door(row), data=somebody("X")),
            lambda: correct_presence(actor=cast.officer, row=line, data=somebody("X")),
            lambda: strike_presence(actor=cast.officer, row=line, reason="iseng"),
        ):
            with pytest.raises(NotAllowed):
                act()
    assert signed_in(cast.officer).get(place("desk", row)).status_code == 403
    assert signed_in(cast.stranger).get(place("desk", row)).status_code == 404


def test_lines_and_sessions_of_another_meeting_are_not_found(cast, signed_in):
    row, other = held(cast), held(cast)
    with clock.frozen(BUSY):
        line = come(other, somebody()).row
    client = signed_in(cast.biro)
    assert client.get(reverse("meetings:attendance_line", args=[row.public_id, line.pk])).status_code == 404
    assert (
        client.get(reverse("meetings:attendance_desk", args=[row.public_id, door(other).pk])).status_code
        == 404
    )


def test_who_came_is_told_to_other_modules_each_person_once(cast):
    row = held(cast)
    invitee = expected(row, cast)
    with clock.frozen(BUSY):
        come(row, somebody("A", invitee=invitee), key="a")
        struck = come(row, somebody("B", organisation="", region=cast.kubar), key="b").row
        strike_presence(actor=cast.biro, row=struck, reason="salah orang")
    assert [line.name for line in present_at(row)] == ["A"]
    assert people_present(row) == 1
    assert regions_present(row) == {cast.kukar.pk}


def test_the_page_counts_each_delegation_and_hides_telephones_from_readers(cast, signed_in):
    row = held(cast)
    invitee = expected(row, cast, people=3)
    with clock.frozen(BUSY):
        come(row, somebody("Contoh Hadir", invitee=invitee, phone="0813-TAMU"))
    address = reverse("meetings:attendance", args=[row.public_id])
    own, reader = (signed_in(user).get(address).content.decode() for user in (cast.biro, cast.officer))
    assert "<td><strong>1</strong></td><td>3</td><td>1</td>" in own
    assert "0813-TAMU" in own
    assert "0813-TAMU" not in reader
    assert "Contoh Hadir" in reader
    assert signed_in(cast.stranger).get(address).status_code == 404


def test_page_and_desk_cost_the_same_for_one_and_for_twenty(cast, signed_in):
    row = held(cast)
    client = signed_in(cast.biro)
    places = (reverse("meetings:attendance", args=[row.public_id]), place("desk", row))
    costs = []
    for number in range(20):
        invitee = Invitee.objects.create(
            meeting=row, title=f"Undangan {number}", region=cast.kukar, order=number
        )
        with clock.frozen(BUSY):
            come(row, somebody(f"Orang {number}", invitee=invitee), key=str(number))
            come(row, somebody(f"Tamu {number}"), key=f"t{number}")
        if number in {0, 1, 19}:
            costs.append([_queries(client, address) for address in places])
    # The first opening also warms what is remembered for everybody.
    assert costs[1] == costs[2]


def _queries(client, address):
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
