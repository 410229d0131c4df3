"""The holidays that come with KSD."""

from datetime import date

import pytest

from ksd.deadlines import reference
from ksd.deadlines.models import Holiday, HolidayKind

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("year", "national", "leave"), [(2025, 17, 11), (2026, 17, 8)])
def test_each_year_has_the_number_of_days_the_decree_names(holidays, year, national, leave):
    days = Holiday.objects.filter(date__year=year)
    assert days.filter(kind=HolidayKind.NATIONAL).count() == national
    assert days.filter(kind=HolidayKind.JOINT_LEAVE).count() == leave
    assert set(days.values_list("verified", flat=True)) == {False}
    assert all("SKB" in source for source in days.values_list("source", flat=True))


def test_loading_twice_adds_nothing_and_a_year_the_admin_keeps_is_left_alone():
    Holiday.objects.create(date=date(2025, 1, 1), name="Tahun Baru", source="SKB")
    assert "2026 (25 hari)" in reference.load()
    assert Holiday.objects.filter(date__year=2025).count() == 1
    assert "tidak ada tahun baru" in reference.load()


def test_two_holidays_on_one_day_are_both_named():
    for name in ("Waisak", "Pancasila"):
        Holiday.objects.create(date=date(2026, 6, 1), name=name, source="SKB")
    named = Holiday.objects.between(date(2026, 6, 1), date(2026, 6, 1))
    assert named == {date(2026, 6, 1): "Pancasila; Waisak"}


def test_the_known_years_are_told(holidays):
    assert Holiday.objects.years() == {2025, 2026}
