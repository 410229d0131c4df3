"""What a Rakor leaves unfinished is asked for again by the next one: the same record, never a copy."""

import pytest
from django.urls import reverse

from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from meetings.models import Carry, FollowUp, Meeting
from meetings.services import change_state
from meetings.services.follow_ups import ReportData, carry, decide, leave_behind, report
from tests.meetings.follow_up_rows import agreed, follow_up
from tests.meetings.rows import meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def old(cast):
    return agreed(cast)


@pytest.fixture
def new(cast):
    """The Rakor of 15 December 2026."""
    return meeting(cast.biro, cast.kaltim, participants=(cast.kukar,))


def test_the_next_meeting_takes_along_what_is_unfinished(cast, old, new):
    states = ("belum", "proses", "selesai", "diverifikasi", "dihentikan")
    rows = {state: follow_up(old, cast.kukar, state=state) for state in states}
    assert set(FollowUp.objects.carriable_into(new)) == {rows[state] for state in states[:3]}
    assert carry(actor=cast.biro, meeting=new, follow_ups=[rows["belum"]], reason="Belum selesai") == 1
    assert FollowUp.objects.count() == 5
    assert rows["belum"] in FollowUp.objects.of_meeting(new)
    assert rows["belum"] not in FollowUp.objects.carriable_into(new)
    assert rows["belum"].entries.get().step == "dibawa"


def test_only_unfinished_ones_of_earlier_agreed_meetings_of_the_same_organiser(cast, old, new):
    verified = follow_up(old, cast.kukar, state="diverifikasi")
    running = follow_up(agreed(cast, state="berlangsung"), cast.kukar)
    foreign = follow_up(meeting(cast.officer, cast.kukar, state="tindak_lanjut"), cast.kukar)
    later = follow_up(new, cast.kukar)
    for row in (verified, running, foreign, later):
        with pytest.raises(DomainError, match="Sebagian tindak lanjut"):
            carry(actor=cast.biro, meeting=new, follow_ups=[row])
    assert not Carry.objects.exists()


def test_who_does_not_manage_the_meeting_carries_nothing_and_a_closed_one_takes_nothing(cast, old, new):
    row = follow_up(old, cast.kukar)
    for who in ("officer", "partner", "observer", "admin"):
        with pytest.raises(NotAllowed):
            carry(actor=getattr(cast, who), meeting=new, follow_ups=[row])
    Meeting.objects.filter(pk=new.pk).update(state="dibatalkan")
    with pytest.raises(ImpossibleStep, match="datanya dikunci"):
        carry(actor=cast.biro, meeting=new, follow_ups=[row])


def test_a_meeting_is_closed_only_when_everything_is_verified_stopped_or_carried(cast, old, new):
    rows = [follow_up(old, cast.kukar, state=state) for state in ("belum", "selesai", "diverifikasi")]
    with pytest.raises(NotReady, match="2 tindak lanjut belum diverifikasi, dihentikan, atau dibawa"):
        change_state(actor=cast.biro, meeting=old, code="selesaikan")
    carry(actor=cast.biro, meeting=new, follow_ups=[rows[0]])
    decide(actor=cast.biro, follow_up=rows[1], code="verifikasi")
    change_state(actor=cast.biro, meeting=old, code="selesaikan")
    old.refresh_from_db()
    assert old.state == "selesai"


def test_a_carry_into_a_meeting_called_off_settles_nothing(cast, old, new):
    row = follow_up(old, cast.kukar)
    carry(actor=cast.biro, meeting=new, follow_ups=[row])
    Meeting.objects.filter(pk=new.pk).update(state="dibatalkan")
    assert list(FollowUp.objects.unsettled_in(old)) == [row]


def test_what_was_carried_stays_reportable_though_its_own_meeting_is_closed(cast, old, new):
    row = follow_up(old, cast.kukar)
    carry(actor=cast.biro, meeting=new, follow_ups=[row])
    change_state(actor=cast.biro, meeting=old, code="selesaikan")
    report(actor=cast.officer, follow_up=row, data=ReportData(progress=100, text="Akhirnya (contoh)"))
    Meeting.objects.filter(pk=new.pk).update(state="tindak_lanjut")
    new.refresh_from_db()
    with pytest.raises(NotReady):
        change_state(actor=cast.biro, meeting=new, code="selesaikan")
    decide(actor=cast.biro, follow_up=row, code="verifikasi")
    change_state(actor=cast.biro, meeting=new, code="selesaikan")


def test_a_carry_is_undone_and_undone_once(cast, old, new):
    row = follow_up(old, cast.kukar)
    carry(actor=cast.biro, meeting=new, follow_ups=[row])
    leave_behind(actor=cast.biro, meeting=new, follow_up=row)
    assert row in FollowUp.objects.carriable_into(new)
    with pytest.raises(ImpossibleStep, match="tidak dibawa ke rapat ini"):
        leave_behind(actor=cast.biro, meeting=new, follow_up=row)


@pytest.mark.parametrize("state", ["rumusan_disepakati", "tindak_lanjut"])
def test_what_an_agreed_meeting_asks_for_again_is_not_taken_off_it(cast, signed_in, old, new, state):
    row = follow_up(old, cast.kukar)
    carry(actor=cast.biro, meeting=new, follow_ups=[row])
    leave = reverse("meetings:results_leave", args=[new.public_id, row.public_id])
    page = reverse("meetings:results", args=[new.public_id])
    client = signed_in(cast.biro)
    assert leave in client.get(page).content.decode()
    Meeting.objects.filter(pk=new.pk).update(state=state)
    assert leave not in client.get(page).content.decode()
    with pytest.raises(ImpossibleStep, match="sudah disepakati; yang diminta lagi di dalamnya tidak dapat"):
        leave_behind(actor=cast.biro, meeting=new, follow_up=row)
    assert Carry.objects.filter(meeting=new, follow_up=row).exists()


def test_how_often_something_was_carried_is_counted_over_all_meetings(cast, signed_in, old, new):
    row = follow_up(old, cast.kukar)
    for meeting_after in (new, meeting(cast.biro, cast.kaltim, participants=(cast.kukar,))):
        carry(actor=cast.biro, meeting=meeting_after, follow_ups=[row])
    text = signed_in(cast.biro).get(reverse("meetings:results", args=[new.public_id])).content.decode()
    assert "dibawa 2 kali" in text


def test_the_page_offers_ticks_and_shows_age_and_how_often(cast, signed_in, old, new):
    rows = [follow_up(old, region) for region in (cast.kukar, cast.kubar)]
    client = signed_in(cast.biro)
    address = reverse("meetings:results_carry", args=[new.public_id])
    page = client.get(address)
    assert "umur 51 hari" in page.content.decode()
    token = page.context["form"]["form_token"].value()
    assert client.post(address, {"form_token": token}).status_code == 422
    for nonsense in ("9" * 30, "a\x00", "%'"):
        assert client.post(address, {"form_token": token, "follow_ups": nonsense}).status_code == 422
    given = {"form_token": token, "follow_ups": [rows[0].public_id], "reason": "Diminta lagi"}
    results = reverse("meetings:results", args=[new.public_id])
    assert client.post(address, given)["Location"] == results
    text = client.get(results).content.decode()
    assert "dibawa 1 kali" in text
    assert rows[0].get_absolute_url() in text
    assert rows[1].get_absolute_url() not in text
    leave = reverse("meetings:results_leave", args=[new.public_id, rows[0].public_id])
    assert client.post(leave)["Location"] == results
    assert client.post(leave).status_code == 404
