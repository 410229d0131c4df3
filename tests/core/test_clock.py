"""The one clock."""

from datetime import UTC, date, datetime

from ksd.core import clock


def test_a_frozen_day_is_today_and_the_clock_runs_again_afterwards():
    with clock.frozen(date(2024, 2, 29)):
        assert clock.today() == date(2024, 2, 29)
        with clock.frozen(date(2025, 3, 1)):
            assert clock.today() == date(2025, 3, 1)
        assert clock.today() == date(2024, 2, 29)


def test_today_is_the_local_day_even_when_london_still_sleeps():
    with clock.frozen(datetime(2026, 11, 20, 17, 0, tzinfo=UTC)):
        assert clock.today() == date(2026, 11, 21)
    with clock.frozen(datetime(2026, 11, 20, 15, 59, tzinfo=UTC)):
        assert clock.today() == date(2026, 11, 20)


def test_now_always_knows_its_time_zone():
    assert clock.now().tzinfo is not None
    with clock.frozen(datetime(2026, 1, 1, 8)):  # noqa: DTZ001  a naive moment is the case tried
        assert clock.now().tzinfo is not None
