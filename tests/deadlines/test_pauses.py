"""A clock that stands still: the days of a pause are not counted, the rest goes on, and the page says why."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ksd.accounts.models import Membership
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.deadlines.calendar import (
    DayType,
    Unit,
    add_days,
    add_term,
    count_day_by_day,
    days_of_pause,
    working_days_between,
)
from ksd.deadlines.explanation import explain
from ksd.deadlines.models import Deadline, Holiday, NoticeLine
from ksd.deadlines.services import (
    cancel_deadlines,
    meet_deadline,
    override_deadline,
    pause_deadline,
    recount_deadlines,
    resume_deadline,
    sweep_reminders,
)
from ksd.deadlines.standing import standings

BASE = date(2026, 11, 3)
CHRISTMAS = {date(2026, 12, 24): "Cuti bersama", date(2026, 12, 25): "Kelahiran Yesus Kristus"}
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
KINDS = st.sampled_from([DayType.CALENDAR, DayType.WORKING])
PAUSES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=4)


def pause(cast, on, reason="KAK belum dilampirkan"):
    return pause_deadline(actor=cast.officer, subject=cast.kukar, code="tanggapan", reason=reason, on=on)


def resume(cast, on):
    return resume_deadline(actor=cast.officer, subject=cast.kukar, code="tanggapan", on=on)


def taken_out(base, pauses):
    """The days of several pauses, each so many days after the base and so long."""
    return set().union(
        *(
            days_of_pause(base + timedelta(days=start), base + timedelta(days=start + length))
            for start, length in pauses
        ),
        set(),
    )


@given(DAYS, st.integers(1, 60), KINDS, PAUSES)
def test_exactly_the_days_of_the_term_are_counted_whatever_is_left_out(base, length, kind, pauses):
    out = taken_out(base, pauses)
    due = add_days(base, length, kind, CHRISTMAS, out)
    steps = count_day_by_day(base, due, kind, CHRISTMAS, dict.fromkeys(out, "jeda"))
    assert [step.number for step in steps if step.number] == list(range(1, length + 1))
    assert (steps[-1].day, steps[-1].number) == (due, length)
    assert not {step.day for step in steps if step.number} & out


@given(DAYS, st.integers(1, 60), KINDS, PAUSES)
def test_a_pause_never_shortens_a_term_and_lengthens_it_by_no_more_than_it_took_and_the_week_ends(
    base, length, kind, pauses
):
    out = taken_out(base, pauses)
    plain = add_days(base, length, kind, CHRISTMAS)
    due = add_days(base, length, kind, CHRISTMAS, out)
    assert due >= plain
    if kind == DayType.CALENDAR:
        assert (due - plain).days == len({day for day in out if day <= due})
    else:
        worked = {
            day for day in out if day <= due and working_days_between(day - timedelta(days=1), day, CHRISTMAS)
        }
        assert working_days_between(base, due, CHRISTMAS) == length + len(worked)


@given(DAYS, st.integers(1, 24), PAUSES)
def test_a_term_of_months_grows_by_its_paused_days(base, months, pauses):
    out = taken_out(base, pauses)
    plain = add_term(base, months, Unit.MONTH, DayType.CALENDAR)
    due = add_term(base, months, Unit.MONTH, DayType.CALENDAR, paused=out)
    assert (due - plain).days == len({day for day in out if day <= due})


@given(DAYS, st.integers(1, 60), KINDS, st.tuples(st.integers(0, 40), st.integers(1, 20), st.integers(1, 20)))
def test_two_pauses_end_to_end_count_as_one(base, length, kind, spans):
    start, first, second = spans
    one = taken_out(base, [(start, first + second)])
    two = taken_out(base, [(start, first), (start + first, second)])
    assert add_days(base, length, kind, CHRISTMAS, one) == add_days(base, length, kind, CHRISTMAS, two)


def test_ten_days_of_pause_move_thirty_calendar_days_by_ten(begin, cast):
    begin()
    with clock.frozen(date(2026, 11, 13)):
        pause(cast, date(2026, 11, 13))
    with clock.frozen(date(2026, 11, 23)):
        row = resume(cast, date(2026, 11, 23))
    assert row.due_on == row.computed_on == date(2026, 12, 13)
    assert row.changes.get().reason == "Tenggat berhenti 13 November 2026 sampai 23 November 2026."


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.tuples(st.integers(0, 20), st.integers(0, 40)), st.sampled_from(["calendar", "working"]))
@pytest.mark.usefixtures("holidays")
def test_what_was_left_when_it_stopped_is_left_when_it_goes_on(begin, cast, span, kind):
    start, length = span
    cancel_deadlines(actor=None, subject=cast.kukar)
    begin(day_type=kind)
    stopped, going = BASE + timedelta(days=start), BASE + timedelta(days=start + length)
    with clock.frozen(stopped):
        before = standings([("", Deadline.objects.open().get())])[0].left
        pause(cast, stopped)
    with clock.frozen(going):
        assert standings([("", Deadline.objects.open().get())])[0].left == before
        resume(cast, going)
        assert standings([("", Deadline.objects.open().get())])[0].left == before


def test_a_standing_clock_is_never_late_and_reminds_nobody(begin, cast):
    begin()
    pause(cast, date(2026, 11, 20))
    with clock.frozen(date(2027, 3, 1)):
        row = Deadline.objects.open().get()
        assert (row.is_overdue, row.days_left) == (False, 13)
        assert row.countdown == "berhenti, sisa 13 hari"
        assert not Deadline.objects.overdue().exists()
        assert sweep_reminders() == 0
        resume(cast, date(2027, 3, 1))
        row.refresh_from_db()
        assert row.due_on == date(2027, 3, 14)
        assert sorted(row.reminders.values_list("due_on", flat=True))[0] == date(2027, 3, 7)


def test_the_page_shows_each_day_left_out_with_its_reason(begin, cast):
    begin()
    pause(cast, date(2026, 11, 13))
    resume(cast, date(2026, 11, 16))
    told = explain(Deadline.objects.open().get())
    assert [(step.day.day, step.skipped) for step in told.skipped] == [
        (14, "KAK belum dilampirkan"), (15, "KAK belum dilampirkan"), (16, "KAK belum dilampirkan"),
    ]  # fmt: skip
    assert told.steps[-1].number == 30
    assert "berhenti 13 November 2026 sampai 16 November 2026 (3 hari)" in told.pauses[0]


def test_the_page_of_a_standing_term_says_since_when(begin, cast, signed_in):
    row = begin()
    pause(cast, date(2026, 11, 20))
    words = signed_in(cast.officer).get(f"/tenggat/{row.pk}/").content.decode()
    assert "Hitungan berhenti sejak 20 November 2026: KAK belum dilampirkan." in words
    assert "berhenti, sisa 13 hari" in words


def test_it_stops_once_not_before_its_cause_and_not_after_it_lapsed(begin, cast):
    begin()
    with pytest.raises(DomainError, match="mendahului"):
        pause(cast, date(2026, 11, 2))
    with pytest.raises(ImpossibleStep, match="sudah lewat pada 3 Desember 2026"):
        pause(cast, date(2026, 12, 4))
    pause(cast, date(2026, 11, 20))
    with pytest.raises(ImpossibleStep, match="sudah berhenti sejak"):
        pause(cast, date(2026, 11, 21))


def test_it_does_not_go_on_before_it_stopped_nor_stop_within_an_earlier_pause(begin, cast):
    begin()
    pause(cast, date(2026, 11, 15))
    with pytest.raises(DomainError, match="mendahului"):
        resume(cast, date(2026, 11, 14))
    resume(cast, date(2026, 11, 20))
    with pytest.raises(DomainError, match="mendahului 20 November 2026"):
        pause(cast, date(2026, 11, 18))


def test_a_term_that_is_not_there_neither_stops_nor_goes_on(cast):
    assert pause(cast, BASE) is None
    assert resume(cast, BASE) is None


def test_a_date_set_by_a_person_moves_by_the_pause_and_none_is_set_meanwhile(begin, cast):
    row = override_deadline(
        actor=cast.admin, deadline=begin(), due_on=date(2026, 12, 20), reason="Kesepakatan"
    )
    pause(cast, date(2026, 11, 20))
    with pytest.raises(ImpossibleStep, match="sedang berhenti"):
        override_deadline(actor=cast.admin, deadline=row, due_on=date(2026, 12, 30), reason="x")
    assert resume(cast, date(2026, 11, 25)).due_on == date(2026, 12, 25)


def test_holidays_entered_later_keep_the_paused_days_out(begin, cast, holidays):
    begin(day_type="working")
    pause(cast, date(2026, 11, 13))
    before = resume(cast, date(2026, 11, 18)).due_on
    Holiday.objects.create(date=date(2026, 11, 24), name="Cuti bersama contoh", kind="cuti_bersama")
    recount_deadlines(actor=cast.admin)
    after = Deadline.objects.open().get().due_on
    assert working_days_between(before, after, Holiday.objects.between(before, after)) == 1


@pytest.mark.parametrize("end", ["met", "cancelled"])
def test_a_term_that_ends_while_it_stands_still_closes_its_pause(begin, cast, end):
    row = begin()
    pause(cast, date(2026, 11, 20))
    if end == "met":
        meet_deadline(actor=cast.officer, subject=cast.kukar, code="tanggapan", on=date(2026, 11, 21))
    else:
        cancel_deadlines(actor=cast.officer, subject=cast.kukar)
    row.refresh_from_db()
    assert (row.state, row.paused_on, row.pauses.get().until_on) == (end, None, date(2026, 11, 21))


def test_after_five_silent_days_a_person_with_three_roles_reads_one_message_of_every_term_that_runs(
    begin, cast
):
    for role in ("head_of_region", "pd_liaison"):
        Membership.objects.create(
            user=cast.officer, region=cast.kukar, role=role, valid_from=date(2020, 1, 1)
        )
    begin()
    begin(code="dprd_total", title="Seluruh proses DPRD", length=29)
    begin(code="laporan_semester", title="Laporan semester", length=1, unit="month")
    begin(code="jeda", title="Yang berhenti")
    pause_deadline(actor=cast.officer, subject=cast.kukar, code="jeda", reason="x", on=date(2026, 11, 20))
    with clock.frozen(date(2026, 12, 1)):
        assert sweep_reminders() == 1
        lines = NoticeLine.objects.filter(notice__user=cast.officer).values_list("text", flat=True)
        assert [line.split(":")[0] for line in lines] == [
            "Seluruh proses DPRD", "Tanggapan atas penawaran", "Laporan semester",
        ]  # fmt: skip
        assert sweep_reminders() == 0
