"""What a meeting is, who sees it, and how it is planned and changed."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from ksd.core.errors import ImpossibleStep, NotAllowed, StaleForm
from meetings.models import Meeting
from meetings.querysets import invitable
from meetings.services import change_meeting, plan_meeting
from regions.models import Adjacency, Office
from tests import factories
from tests.meetings.rows import data, meeting, moment


def test_a_meeting_does_not_end_before_it_begins(cast):
    with pytest.raises(ValidationError, match="selesai sebelum dimulai"):
        meeting(cast.biro, cast.kaltim, ends_at=moment(14, 8))
    row = meeting(cast.biro, cast.kaltim, ends_at=moment(15, 8))
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=row.pk).update(ends_at=moment(14, 8))


@pytest.mark.parametrize("year", [1999, 2101])
def test_a_fiscal_year_is_one_of_this_century(cast, year):
    with pytest.raises(ValidationError, match="2000 sampai 2100"):
        meeting(cast.biro, cast.kaltim, fiscal_year=year)


def test_the_schedule_reads_as_on_an_invitation(cast):
    assert meeting(cast.biro, cast.kaltim).schedule == "Selasa, 15 Desember 2026, 08.00–16.00 WITA"
    longer = meeting(cast.biro, cast.kaltim, ends_at=moment(16, 12))
    assert longer.schedule == "Selasa, 15 Desember 2026 08.00 – Rabu, 16 Desember 2026 12.00 WITA"


def test_host_organiser_and_participants_see_a_meeting_and_strangers_do_not(cast):
    row = meeting(cast.biro, cast.kaltim, host=cast.kukar, participants=(cast.kubar,))
    for person in (cast.biro, cast.head, cast.officer, cast.observer, cast.partner):
        assert list(Meeting.objects.visible_to(person)) == [row]
    for person in (cast.stranger, cast.nobody, None):
        assert not Meeting.objects.visible_to(person).exists()


def test_a_province_sees_the_meetings_its_regencies_are_invited_to(cast):
    other = factories.region("65", "Kalimantan Utara", "provinsi", cast.nation)
    theirs = factories.person("biro.kaltara", ("biro_staff", other))
    row = meeting(theirs, other, participants=(cast.kukar, cast.kubar))
    assert list(Meeting.objects.visible_to(cast.biro)) == [row]


def test_scope_costs_one_query(cast, django_assert_num_queries):
    meeting(cast.biro, cast.kaltim, participants=(cast.kukar,))
    with django_assert_num_queries(1):
        assert len(Meeting.objects.visible_to(cast.officer)) == 1


@pytest.mark.parametrize("who", ["officer", "observer", "tkksd", "admin", "nobody"])
def test_who_may_not_plan_is_refused(cast, who):
    with pytest.raises(NotAllowed, match="atas nama Provinsi Kalimantan Timur"):
        meeting(getattr(cast, who), cast.kaltim)
    assert not Meeting.objects.exists()


def test_the_biro_plans_for_its_province_only(cast):
    with pytest.raises(NotAllowed, match="atas nama Kabupaten Kutai Kartanegara"):
        meeting(cast.biro, cast.kukar)


def test_planning_leaves_who_and_when(cast):
    row = meeting(cast.head, cast.kaltim, participants=(cast.kukar, cast.kubar))
    event = row.events.get()
    assert (event.actor, event.step, event.target) == (cast.head, "rencanakan", "rencana")
    assert row.participants.count() == 2
    assert len(row.public_id) == 16


def test_the_office_belongs_to_the_organiser(cast):
    foreign = Office.objects.create(region=cast.kukar, name="Bagian Kerja Sama", kind="bagian")
    with pytest.raises(ValidationError, match="bukan milik daerah penyelenggara"):
        meeting(cast.biro, cast.kaltim, organiser_office=foreign)
    own = Office.objects.create(region=cast.kaltim, name="Biro Pemerintahan", kind="biro")
    assert meeting(cast.biro, cast.kaltim, organiser_office=own).organiser_name == "Biro Pemerintahan"
    assert meeting(cast.biro, cast.kaltim).organiser_name == "Pemerintah Provinsi Kalimantan Timur"


def test_a_change_names_what_changed_and_an_empty_one_leaves_no_trace(cast):
    row = meeting(cast.biro, cast.kaltim, participants=(cast.kukar,))
    given = data(cast.kaltim)
    change_meeting(actor=cast.head, meeting=row, data=given, participants=[cast.kukar])
    assert row.events.count() == 1
    changed = replace(given, place="Sendawar", host=cast.kubar)
    change_meeting(actor=cast.head, meeting=row, data=changed, participants=[cast.kukar, cast.kubar])
    row.refresh_from_db()
    event = row.events.first()
    assert (row.place, row.host, row.revision) == ("Sendawar", cast.kubar, 1)
    assert event is not None
    assert (event.actor, event.step) == (cast.head, "ubah")
    assert event.reason == "tuan rumah, tempat, daerah peserta"


@pytest.mark.parametrize("state", ["selesai", "dibatalkan"])
def test_a_closed_meeting_is_not_changed(cast, state):
    row = meeting(cast.biro, cast.kaltim, state=state)
    with pytest.raises(ImpossibleStep, match="datanya dikunci"):
        change_meeting(actor=cast.biro, meeting=row, data=data(cast.kaltim, place="Sendawar"))


def test_two_changes_from_one_form_do_not_overwrite_each_other(cast):
    row = meeting(cast.biro, cast.kaltim)
    change_meeting(actor=cast.biro, meeting=row, data=data(cast.kaltim, place="A"), seen_revision=0)
    with pytest.raises(StaleForm, match="orang lain mengubah rapat ini"):
        change_meeting(actor=cast.head, meeting=row, data=data(cast.kaltim, place="B"), seen_revision=0)


def test_a_meeting_is_not_handed_to_a_region_one_may_not_act_for(cast):
    row = meeting(cast.biro, cast.kaltim)
    with pytest.raises(NotAllowed):
        change_meeting(actor=cast.biro, meeting=row, data=data(cast.kukar))
    with pytest.raises(NotAllowed):
        change_meeting(actor=cast.officer, meeting=row, data=data(cast.kaltim))


def test_regions_in_reach_and_their_neighbours_are_invited_and_nobody_further(cast):
    kaltara = factories.region("65", "Kalimantan Utara", "provinsi", cast.nation)
    malinau = factories.region("65.02", "Malinau", parent=kaltara)
    factories.region("65.03", "Nunukan", parent=kaltara)
    Adjacency.objects.create(region_a=cast.kukar, region_b=malinau, source="contoh")
    codes = [region.code for region in invitable(cast.biro)]
    assert codes == ["64", "64.01", "64.02", "64.07", "65.02"]


def test_upcoming_and_past_share_all_meetings_between_them(cast):
    ahead = meeting(cast.biro, cast.kaltim)
    later = meeting(cast.biro, cast.kaltim, starts_at=moment(20, 8), ends_at=moment(20, 9))
    long_ago: dict[str, Any] = {"starts_at": moment(1, 8, month=3), "ends_at": moment(1, 9, month=3)}
    over = meeting(cast.biro, cast.kaltim, **long_ago)
    postponed = meeting(cast.biro, cast.kaltim, state="ditunda", **long_ago)
    called_off = meeting(cast.biro, cast.kaltim, state="dibatalkan")
    assert list(Meeting.objects.upcoming()) == [postponed, ahead, later]
    assert list(Meeting.objects.past()) == [called_off, over]


def test_planning_is_whole_or_not_at_all(cast):
    with pytest.raises(ValidationError):
        plan_meeting(actor=cast.biro, data=data(cast.kaltim, title=""), participants=[cast.kukar])
    assert not Meeting.objects.exists()
