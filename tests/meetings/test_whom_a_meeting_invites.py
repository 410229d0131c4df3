"""The list of invitees: proposed from the directory, written by hand, copied, ordered, struck out."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from meetings.models import Invitee
from meetings.services.candidates import ASSISTANT, candidates_for
from meetings.services.invitees import (
    InviteeData,
    change_invitee,
    copy_invitees,
    earlier_meeting,
    invite_chosen,
    invite_one,
    move_invitee,
    strike_out,
)
from regions.models import Office, Official
from tests.meetings.invitation_rows import agreed, invited
from tests.meetings.rows import meeting, moment


def office(region, name, kind="bagian", **facts):
    return Office.objects.create(region=region, name=name, kind=kind, **facts)


def official(region, title, **facts):
    return Official.objects.create(region=region, position_title=title, term_start=date(2025, 1, 1), **facts)


@pytest.fixture
def row(cast):
    return agreed(cast)


def test_where_the_directory_knows_nothing_the_usual_titles_are_proposed(row, cast):
    groups = candidates_for(row)
    assert [group.region for group in groups] == [cast.kukar, cast.kubar]
    assert [each.title for each in groups[0].usual] == [
        ASSISTANT,
        "Kepala Bagian Pemerintahan",
        "Kepala Bagian Kerja Sama",
    ]
    assert groups[0].usual[0].role == "kepala_delegasi"


def test_what_the_directory_knows_is_proposed_by_name_and_address(row, cast):
    official(cast.kukar, "Asisten Pemerintahan dan Kesra", position="asisten", name="Contoh Asisten")
    government = office(cast.kukar, "Bagian Tata Pemerintahan", email="tapem@kukar.test")
    unit = office(cast.kukar, "Bagian Kerja Sama", is_cooperation_unit=True)
    office(cast.kukar, "Dinas Perkebunan", "perangkat_daerah")
    office(cast.kukar, "Bagian Lama", valid_to=date(2020, 1, 1))
    official(
        cast.kukar,
        "Kepala Bagian Kerja Sama",
        position="kepala_biro_bagian",
        name="Contoh Kabag",
        office=unit,
    )
    group = candidates_for(row)[0]
    assert [(each.title, each.name) for each in group.usual] == [
        ("Asisten Pemerintahan dan Kesra", "Contoh Asisten"),
        ("Kepala Bagian Tata Pemerintahan", ""),
        ("Kepala Bagian Kerja Sama", "Contoh Kabag"),
    ]
    assert (group.usual[1].office, group.usual[1].email) == (government, "tapem@kukar.test")
    assert [each.office.name for each in group.others] == ["Dinas Perkebunan"]


def test_the_secretary_leads_where_no_assistant_is_known_and_a_meeting_of_one_region_has_its_own(row, cast):
    official(cast.kukar, "Sekretaris Daerah", position="sekda", name="Contoh Sekda")
    assert candidates_for(row)[0].usual[0].title == "Sekretaris Daerah"
    own = meeting(cast.officer, cast.kukar, kind="tkksd_teknis")
    assert [group.region for group in candidates_for(own)] == [cast.kukar]


def test_the_ticked_come_onto_the_list_once_and_in_order(row, cast):
    keys = [each.key for group in candidates_for(row) for each in group.usual]
    added = invite_chosen(actor=cast.biro, meeting=row, keys=[*keys, "99.99-kepala"])
    assert [each.order for each in added] == [1, 2, 3, 4, 5, 6]
    assert invite_chosen(actor=cast.biro, meeting=row, keys=keys) == []
    assert all(each.invited for group in candidates_for(row) for each in group.usual)
    assert row.events.filter(step="daftar_undangan").count() == 1


def test_the_candidates_cost_the_same_for_one_and_many_regions(row, cast, django_assert_num_queries):
    row.participants.set([cast.kukar])
    with django_assert_num_queries(4):
        candidates_for(row)
    row.participants.set([cast.kukar, cast.kubar, cast.paser, cast.kaltim])
    with django_assert_num_queries(4):
        candidates_for(row)


def test_a_person_from_outside_is_invited_by_name(row, cast):
    guest = invited(
        cast, row, title="Narasumber", name="Contoh Dosen", region=None, organisation="Universitas (contoh)"
    )
    assert guest.label == "Narasumber, Contoh Dosen, Universitas (contoh)"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"region": None}, "Isi daerah atau instansinya."),
        ({"title": ""}, "title"),
        ({"title": "x" * 201}, "200"),
        ({"email": "bukan surel"}, "email"),
        ({"role": "raja"}, "raja"),
    ],
)
def test_a_line_that_says_too_little_or_too_much_is_refused(row, cast, facts, words):
    with pytest.raises(ValidationError) as refusal:
        invited(cast, row, **facts)
    assert words in str(refusal.value.message_dict)
    assert not row.invitees.exists()


def test_an_office_of_another_region_is_refused_and_the_same_office_twice_too(row, cast):
    mine = office(cast.kubar, "Bagian Hukum")
    with pytest.raises(ValidationError, match="bukan milik daerah"):
        invited(cast, row, office=mine)
    invited(cast, row, office=mine, region=None, title="Kepala")
    with pytest.raises(ValidationError, match="sudah diundang dengan jabatan yang sama"):
        invited(cast, row, office=mine, region=cast.kubar, title="Kepala")


def test_a_line_is_corrected_moved_and_struck_out_but_never_lost(row, cast):
    first, second = invited(cast, row), invited(cast, row, title="Sekda (contoh)")
    data = InviteeData(title="Asisten II (contoh)", role="peserta", region=cast.kukar)
    assert change_invitee(actor=cast.biro, invitee=first, data=data).title == "Asisten II (contoh)"
    move_invitee(actor=cast.biro, invitee=second, up=True)
    move_invitee(actor=cast.biro, invitee=second, up=True)
    assert list(row.invitees.all()) == [second, first]
    strike_out(actor=cast.biro, invitee=second)
    assert list(row.invitees.current()) == [first]
    assert Invitee.objects.filter(pk=second.pk, withdrawn_at__isnull=False).exists()
    for act in (
        strike_out,
        lambda **said: change_invitee(data=data, **said),
        lambda **said: move_invitee(up=True, **said),
    ):
        with pytest.raises(ImpossibleStep, match="sudah dicoret"):
            act(actor=cast.biro, invitee=second)
    assert [event.step for event in row.events.order_by("pk")][-2:] == ["ubah_undangan", "coret_undangan"]


def test_the_list_of_the_meeting_before_is_copied_without_answers(row, cast):
    earlier = agreed(cast, starts_at=moment(1, 8), ends_at=moment(1, 16))
    old = invited(cast, earlier)
    Invitee.objects.filter(pk=old.pk).update(answer="hadir", people=4)
    strike_out(actor=cast.biro, invitee=invited(cast, earlier, title="Dicoret (contoh)"))
    invited(cast, row, title="Sudah ada (contoh)")
    assert earlier_meeting(row) == earlier
    (copied,) = copy_invitees(actor=cast.biro, meeting=row)
    assert (copied.title, copied.email, copied.answer, copied.people, copied.order) == (
        "Asisten I (contoh)", "asisten@kukar.test", "belum", 1, 2,
    )  # fmt: skip
    assert copy_invitees(actor=cast.biro, meeting=row) == []


def test_without_a_meeting_before_nothing_is_copied(row, cast):
    meeting(cast.officer, cast.kukar, starts_at=moment(1, 8), ends_at=moment(1, 16))
    with pytest.raises(ImpossibleStep, match="Belum ada rapat sebelumnya"):
        copy_invitees(actor=cast.biro, meeting=row)


@pytest.mark.parametrize("who", ["officer", "partner", "observer", "stranger", "admin", "nobody"])
def test_who_does_not_manage_the_meeting_does_not_change_its_list(row, cast, who):
    actor, line = getattr(cast, who), invited(cast, row)
    data = InviteeData(title="Lain", role="peserta", region=cast.kukar)
    for act in (
        lambda: invite_one(actor=actor, meeting=row, data=data),
        lambda: invite_chosen(actor=actor, meeting=row, keys=[]),
        lambda: change_invitee(actor=actor, invitee=line, data=data),
        lambda: strike_out(actor=actor, invitee=line),
        lambda: move_invitee(actor=actor, invitee=line, up=True),
        lambda: copy_invitees(actor=actor, meeting=row),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_after_the_meeting_or_its_closing_the_list_stays(row, cast):
    with clock.frozen(moment(15, 17)), pytest.raises(ImpossibleStep, match="sudah berakhir"):
        invited(cast, row)
    closed = agreed(cast, title="Batal (contoh)")
    type(closed).objects.filter(pk=closed.pk).update(state="dibatalkan")
    with pytest.raises(ImpossibleStep, match="datanya dikunci"):
        invited(cast, closed)
