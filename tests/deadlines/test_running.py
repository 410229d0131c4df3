"""Terms start, are met, stop, and are moved only with a reason."""

from datetime import date

import pytest

from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from ksd.deadlines.models import Deadline, DeadlineState, Holiday
from ksd.deadlines.nearness import how_near
from ksd.deadlines.services import (
    cancel_deadlines,
    meet_deadline,
    override_deadline,
    recount_deadlines,
    start_deadline,
)


def milestones(deadline):
    return {row.days_before: row.due_on for row in deadline.reminders.all()}


def test_a_term_knows_its_day_and_its_milestones(begin):
    deadline = begin()
    assert deadline.due_on == deadline.computed_on == date(2026, 12, 3)
    assert milestones(deadline) == {
        7: date(2026, 11, 26),
        3: date(2026, 11, 30),
        1: date(2026, 12, 2),
        0: date(2026, 12, 3),
        -1: date(2026, 12, 4),
    }


def test_an_end_date_is_spoken_of_ninety_sixty_thirty_seven_and_no_days_before(begin, cast):
    deadline = start_deadline(
        actor=None,
        subject=cast.kubar,
        code="berakhir",
        title="Berakhirnya KB",
        base_date=date(2026, 11, 21),
        base_label="penandatanganan",
        length=5,
        unit="year",
        regions=[cast.kubar],
    )
    assert deadline.due_on == date(2031, 11, 21)
    assert sorted(milestones(deadline)) == [-1, 0, 7, 30, 60, 90]


def test_milestones_already_past_are_not_made(begin):
    deadline = begin(base_date=date(2026, 10, 24))
    assert deadline.due_on == date(2026, 11, 23)
    assert sorted(milestones(deadline)) == [-1, 0, 1]


def test_working_days_skip_weekends_and_holidays(begin, holidays):
    deadline = begin(base_date=date(2026, 12, 18), length=5, day_type="working")
    assert deadline.due_on == date(2026, 12, 29)


def test_starting_the_same_term_again_changes_nothing(begin):
    first = begin()
    assert begin() == first
    assert Deadline.objects.count() == 1


def test_a_different_term_takes_the_place_of_the_open_one_and_the_old_is_kept(begin):
    first = begin()
    second = begin(base_date=date(2026, 11, 5))
    first.refresh_from_db()
    assert first.state == DeadlineState.CANCELLED
    assert second != first
    assert list(Deadline.objects.open()) == [second]
    assert not first.reminders.exists()


def test_a_term_met_is_not_spoken_of_again(begin, cast):
    deadline = begin()
    assert meet_deadline(actor=cast.partner, subject=cast.kukar, code="tanggapan", on=date(2026, 11, 20)) == 1
    deadline.refresh_from_db()
    assert (deadline.state, deadline.met_on, deadline.closed_by) == (
        DeadlineState.MET,
        date(2026, 11, 20),
        cast.partner,
    )
    assert not deadline.reminders.exists()
    assert meet_deadline(actor=cast.partner, subject=cast.kukar, code="tanggapan") == 0


def test_only_the_named_terms_of_only_this_matter_stop(begin, cast):
    begin()
    other, elsewhere = begin(code="tanggapan_kedua"), begin(subject=cast.kubar)
    assert cancel_deadlines(actor=cast.officer, subject=cast.kukar, codes=["tanggapan"]) == 1
    assert set(Deadline.objects.open()) == {other, elsewhere}
    assert cancel_deadlines(actor=cast.officer, subject=cast.kukar) == 1
    assert list(Deadline.objects.open()) == [elsewhere]


def test_a_term_of_no_days_is_refused(begin):
    with pytest.raises(DomainError, match="paling sedikit satu hari"):
        begin(length=0)


def test_an_override_moves_the_milestones_and_keeps_the_history(begin, cast):
    deadline = override_deadline(
        actor=cast.admin, deadline=begin(), due_on=date(2026, 12, 10), reason="  Libur daerah "
    )
    assert (deadline.due_on, deadline.computed_on) == (date(2026, 12, 10), date(2026, 12, 3))
    assert milestones(deadline)[7] == date(2026, 12, 3)
    change = deadline.changes.get()
    assert (change.from_due, change.to_due, change.reason, change.actor) == (
        date(2026, 12, 3),
        date(2026, 12, 10),
        "Libur daerah",
        cast.admin,
    )


@pytest.mark.parametrize("who", ["officer", "partner", "stranger", "biro", "observer", "nobody"])
def test_only_who_may_override_moves_a_due_date(begin, cast, who):
    with pytest.raises(NotAllowed, match="tidak berwenang"):
        override_deadline(
            actor=getattr(cast, who), deadline=begin(), due_on=date(2026, 12, 10), reason="Libur"
        )


@pytest.mark.parametrize(
    ("due_on", "reason", "words"),
    [
        (date(2026, 12, 10), "   ", "Alasan wajib diisi"),
        (date(2026, 11, 2), "Keliru", "tidak boleh sebelum tanggal dasar"),
        (date(2026, 12, 3), "Sama", "memang sudah 3 Desember 2026"),
    ],
)
def test_a_nonsensical_override_is_refused_and_changes_nothing(begin, cast, due_on, reason, words):
    deadline = begin()
    with pytest.raises(DomainError, match=words):
        override_deadline(actor=cast.admin, deadline=deadline, due_on=due_on, reason=reason)
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.changes.count()) == (date(2026, 12, 3), 0)


def test_the_second_of_two_who_move_at_once_is_told(begin, cast):
    deadline = begin()
    facts = {"actor": cast.admin, "deadline": deadline, "seen_due_on": date(2026, 12, 3)}
    override_deadline(due_on=date(2026, 12, 10), reason="Pertama", **facts)
    with pytest.raises(StaleForm, match="10 Desember 2026"):
        override_deadline(due_on=date(2026, 12, 11), reason="Kedua", **facts)


def test_a_closed_term_cannot_be_moved(begin, cast):
    deadline = begin()
    cancel_deadlines(actor=cast.officer, subject=cast.kukar)
    with pytest.raises(ImpossibleStep, match="dihentikan"):
        override_deadline(actor=cast.admin, deadline=deadline, due_on=date(2026, 12, 10), reason="Libur")


def test_a_new_holiday_moves_open_working_day_terms_but_not_what_people_set(begin, cast, holidays):
    moved = begin(length=5, day_type="working", base_date=date(2026, 11, 20))
    fixed = begin(length=5, day_type="working", base_date=date(2026, 11, 20), code="lain")
    override_deadline(actor=cast.admin, deadline=fixed, due_on=date(2026, 12, 1), reason="Kesepakatan")
    calendar_days = begin(code="kalender")
    assert moved.due_on == date(2026, 11, 27)
    Holiday.objects.create(date=date(2026, 11, 25), name="Pilkada", source="Keppres")
    assert recount_deadlines(actor=cast.admin) == 1
    for row in (moved, fixed, calendar_days):
        row.refresh_from_db()
    assert moved.due_on == date(2026, 11, 30)
    assert moved.changes.get().reason == "Kalender hari kerja diperbarui."
    assert (fixed.due_on, fixed.computed_on) == (date(2026, 12, 1), date(2026, 11, 30))
    assert calendar_days.due_on == date(2026, 12, 3)
    assert recount_deadlines(actor=cast.admin) == 0


@pytest.mark.parametrize(
    ("day", "words", "tone"),
    [
        (date(2026, 11, 21), "tinggal 12 hari", "info"),
        (date(2026, 11, 30), "tinggal 3 hari", "warning"),
        (date(2026, 12, 3), "hari ini", "warning"),
        (date(2026, 12, 8), "terlewat 5 hari", "danger"),
    ],
)
def test_how_near_a_term_is_depends_on_the_day_alone(begin, day, words, tone):
    deadline = begin()
    with clock.frozen(day):
        assert (deadline.countdown, deadline.tone, deadline.is_overdue) == (words, tone, tone == "danger")


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2027, 2, 19), "tinggal 90 hari"),
        (date(2027, 2, 20), "tinggal 2 bulan"),
        (date(2027, 2, 21), "tinggal 3 bulan"),
        (date(2027, 11, 21), "tinggal 1 tahun"),
        (date(2031, 9, 17), "tinggal 4 tahun 9 bulan"),
        (date(2026, 8, 23), "terlewat 90 hari"),
        (date(2025, 10, 20), "terlewat 1 tahun 1 bulan"),
    ],
)
def test_a_far_day_is_told_in_full_years_and_months(due, words):
    assert how_near(due, date(2026, 11, 21)) == words


def test_a_deadline_is_visible_in_reach_of_its_regions_only(begin, cast):
    deadline = begin()
    for who in ("officer", "biro", "head", "admin", "tkksd", "observer"):
        assert list(Deadline.objects.visible_to(getattr(cast, who))) == [deadline], who
    for who in ("partner", "stranger", "nobody"):
        assert not Deadline.objects.visible_to(getattr(cast, who)).exists(), who
    assert not Deadline.objects.visible_to(None).exists()
