"""Days are counted as the law counts them: the day after the base is day 1."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ksd.deadlines.calendar import (
    DayType,
    add_days,
    add_months,
    add_term,
    count_day_by_day,
    working_days_between,
)

CHRISTMAS = {date(2026, 12, 24): "Cuti bersama", date(2026, 12, 25): "Kelahiran Yesus Kristus"}
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("base", "days", "kind", "due"),
    [
        (date(2026, 11, 3), 30, "calendar", date(2026, 12, 3)),
        (date(2026, 11, 3), 1, "calendar", date(2026, 11, 4)),
        (date(2026, 11, 20), 1, "working", date(2026, 11, 23)),
        (date(2026, 11, 21), 1, "working", date(2026, 11, 23)),
        (date(2026, 11, 2), 5, "working", date(2026, 11, 9)),
        (date(2026, 12, 23), 1, "working", date(2026, 12, 28)),
        (date(2026, 12, 18), 5, "working", date(2026, 12, 29)),
        (date(2024, 2, 28), 1, "calendar", date(2024, 2, 29)),
    ],
)
def test_a_term_ends_on_its_day(base, days, kind, due):
    assert add_days(base, days, kind, CHRISTMAS) == due


@pytest.mark.parametrize(
    ("base", "months", "due"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 11, 21), 60, date(2031, 11, 21)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_a_shorter_month(base, months, due):
    assert add_months(base, months) == due


def test_years_are_twelve_months_and_holidays_do_not_move_them():
    assert add_term(date(2026, 12, 25), 5, "year", "working", CHRISTMAS) == date(2031, 12, 25)
    assert add_term(date(2026, 11, 30), 3, "month", "calendar") == date(2027, 2, 28)


@given(DAYS, st.integers(1, 90))
def test_counting_forth_and_back_agree(base, days):
    due = add_days(base, days, DayType.WORKING, CHRISTMAS)
    assert working_days_between(base, due, CHRISTMAS) == days
    assert due.weekday() < 5
    assert due not in CHRISTMAS


@given(DAYS, st.integers(1, 60))
def test_the_count_day_by_day_ends_with_the_number_of_days(base, days):
    due = add_days(base, days, DayType.WORKING, CHRISTMAS)
    steps = count_day_by_day(base, due, DayType.WORKING, CHRISTMAS)
    assert steps[0].day == base + timedelta(days=1)
    assert (steps[-1].day, steps[-1].number) == (due, days)
    assert [step.number for step in steps if step.number] == list(range(1, days + 1))
    assert all(bool(step.skipped) != bool(step.number) for step in steps)


def test_a_skipped_day_says_why():
    steps = count_day_by_day(date(2026, 12, 23), date(2026, 12, 28), DayType.WORKING, CHRISTMAS)
    assert [(step.day.day, step.skipped) for step in steps] == [
        (24, "Cuti bersama"),
        (25, "Kelahiran Yesus Kristus"),
        (26, "Sabtu"),
        (27, "Minggu"),
        (28, ""),
    ]
