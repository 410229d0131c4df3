"""Points of the result: numbered, typed once, with what each region owes for them."""

from datetime import date

import pytest

from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from meetings.models import AgendaItem, Decision, FollowUp, FollowUpEntry, Meeting, Record
from meetings.services.decisions import (
    DecisionData,
    Duty,
    change_decision,
    drop_decision,
    raise_decision,
)
from regions.models import Office
from tests.boundaries.rows import segment
from tests.meetings.room_rows import held, point


@pytest.fixture
def row(cast):
    return held(cast)


def test_points_are_numbered_in_the_order_they_are_written(cast, row):
    assert [point(cast.biro, row).order for _number in range(3)] == [1, 2, 3]


def test_the_same_sending_repeated_makes_one_point(cast, row):
    first, again = (point(cast.biro, row, key="satu") for _number in range(2))
    assert first == again
    assert Decision.objects.count() == 1


def test_the_key_of_another_is_refused(cast, row):
    point(cast.biro, row, key="satu")
    with pytest.raises(DomainError, match="sudah dipakai orang lain"):
        point(cast.head, row, key="satu")


def test_every_responsible_region_and_office_gets_a_follow_up_of_its_own(cast, row):
    office = Office.objects.create(region=cast.kukar, name="Dinas Kesehatan (contoh)")
    duties = (
        Duty(cast.kukar, office, "Data rujukan", date(2026, 12, 31)),
        Duty(cast.kukar, None, "Rancangan", None),
        Duty(cast.kubar),
    )
    found = point(cast.biro, row, duties=duties)
    owed = FollowUp.objects.filter(decision=found).order_by("pk")
    assert [(each.region, each.office, each.target, each.due_on) for each in owed] == [
        tuple(duty) for duty in duties
    ]
    assert {each.state for each in owed} == {"belum"}


def test_a_point_takes_the_matter_of_its_item(cast, row):
    border = segment(cast.kukar, cast.kubar)
    item = row.items.first()
    AgendaItem.objects.filter(pk=item.pk).update(segment=border)
    item.refresh_from_db()
    assert point(cast.biro, row, item=item).segment == border


@pytest.mark.parametrize(
    ("duties", "words"),
    [
        (lambda cast: (Duty(cast.paser),), "bukan peserta"),
        (lambda cast: (Duty(cast.kukar), Duty(cast.kukar)), "dua kali"),
        (lambda cast: (Duty(cast.kukar, due_on=date(2026, 11, 20)),), "mendahului hari rapat"),
    ],
)
def test_a_duty_that_cannot_be_is_refused_and_nothing_is_written(cast, row, duties, words):
    with pytest.raises(DomainError, match=words) as refusal:
        point(cast.biro, row, duties=duties(cast))
    assert refusal.value.status == 422
    assert not Decision.objects.exists()


def test_an_office_answers_only_for_its_own_region(cast, row):
    office = Office.objects.create(region=cast.kubar, name="Dinas Kesehatan (contoh)")
    with pytest.raises(DomainError, match="bukan perangkat"):
        point(cast.biro, row, duties=(Duty(cast.kukar, office),))


def test_a_point_without_words_is_refused(cast, row):
    with pytest.raises(DomainError, match="Tuliskan isinya"):
        point(cast.biro, row, "   ")


def test_two_secretaries_over_one_point_lose_nothing(cast, row):
    found = point(cast.biro, row)
    change_decision(
        actor=cast.biro, decision=found, data=DecisionData(text="Naskah pertama."), seen_revision=0
    )
    with pytest.raises(StaleForm, match="orang lain mengubah"):
        change_decision(
            actor=cast.head, decision=found, data=DecisionData(text="Naskah kedua."), seen_revision=0
        )
    found.refresh_from_db()
    assert (found.text, found.revision) == ("Naskah pertama.", 1)


def test_a_changed_point_keeps_the_follow_ups_that_stay(cast, row):
    found = point(cast.biro, row, duties=(Duty(cast.kukar, None, "Lama"), Duty(cast.kubar)))
    kept = FollowUp.objects.get(decision=found, region=cast.kukar)
    data = DecisionData(text="Baru.", duties=(Duty(cast.kukar, None, "Baru"),))
    change_decision(actor=cast.biro, decision=found, data=data, seen_revision=0)
    assert [(each.pk, each.target, each.revision) for each in FollowUp.objects.all()] == [
        (kept.pk, "Baru", 1)
    ]


def test_a_follow_up_that_was_reported_on_cannot_be_taken_from_its_point(cast, row):
    found = point(cast.biro, row, duties=(Duty(cast.kukar),))
    owed = FollowUp.objects.get()
    FollowUpEntry.objects.create(
        follow_up=owed, step="lapor", state="proses", progress=10, actor_name="Contoh"
    )
    with pytest.raises(ImpossibleStep, match="sudah dilaporkan"):
        drop_decision(actor=cast.biro, decision=found, seen_revision=0)
    assert FollowUp.objects.exists()


def test_a_point_taken_out_lets_those_behind_it_move_up(cast, row):
    rows = [point(cast.biro, row, f"Butir {number}.") for number in range(1, 5)]
    drop_decision(actor=cast.biro, decision=rows[1], seen_revision=0)
    standing = Decision.objects.filter(dropped_at=None).values_list("order", "text")
    assert list(standing) == [(1, "Butir 1."), (2, "Butir 3."), (3, "Butir 4.")]
    with pytest.raises(ImpossibleStep, match="sudah dicabut"):
        drop_decision(actor=cast.biro, decision=rows[1], seen_revision=1)


def test_a_point_changes_places_with_the_one_before_it(cast, row):
    first, second = point(cast.biro, row, "A."), point(cast.biro, row, "B.")
    raise_decision(actor=cast.biro, decision=second, seen_revision=0)
    assert list(Decision.objects.values_list("order", "text")) == [(1, "B."), (2, "A.")]
    second.refresh_from_db()
    with pytest.raises(ImpossibleStep, match="sudah yang pertama"):
        raise_decision(actor=cast.biro, decision=second, seen_revision=1)
    assert first.pk


@pytest.mark.parametrize("state", ["rencana", "undangan_terkirim", "selesai", "dibatalkan"])
def test_points_are_written_neither_before_the_meeting_nor_after_it_is_closed(cast, state):
    row = held(cast, state=state)
    with pytest.raises(ImpossibleStep):
        point(cast.biro, row)


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "nobody"])
def test_who_does_not_manage_the_meeting_writes_no_point(cast, row, who):
    with pytest.raises(NotAllowed):
        point(getattr(cast, who), row)


def test_after_the_lock_nothing_of_the_points_changes(cast, row):
    found = point(cast.biro, row)
    Record.objects.create(meeting=row, state="terkunci", locked_at=row.starts_at)
    acts = (
        lambda: point(cast.biro, row),
        lambda: change_decision(
            actor=cast.biro, decision=found, data=DecisionData(text="x"), seen_revision=0
        ),
        lambda: drop_decision(actor=cast.biro, decision=found, seen_revision=0),
        lambda: raise_decision(actor=cast.biro, decision=found, seen_revision=0),
    )
    for act in acts:
        with pytest.raises(ImpossibleStep, match="sudah dikunci"):
            act()
    found.refresh_from_db()
    assert found.revision == 0


def test_every_act_is_felt_by_the_live_pages(cast, row):
    before = Meeting.objects.get(pk=row.pk).pulse
    found = point(cast.biro, row)
    change_decision(actor=cast.biro, decision=found, data=DecisionData(text="x"), seen_revision=0)
    drop_decision(actor=cast.biro, decision=found, seen_revision=1)
    assert Meeting.objects.get(pk=row.pk).pulse == before + 3
