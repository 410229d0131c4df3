"""A term lapses when its last day has passed in the time of the office, holiday or not."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from agreements.models import OfficeSetting
from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from ksd.deadlines import reference
from ksd.deadlines.models import Deadline
from ksd.deadlines.services import sweep_reminders
from tests.agreements.playing import Play
from tests.conftest import Cast

WIB, WITA, WIT = (ZoneInfo(f"Asia/{city}") for city in ("Jakarta", "Makassar", "Jayapura"))


def at_dprd(play: Play, on: date) -> Deadline:
    """A case whose letter reached the DPRD on this day; its whole term."""
    with clock.frozen(on):
        play.to("uji_dprd")
        play.answer_dprd(yes=True, orders=(1,))
        play.answer_dprd(orders=(2,))
        play.dprd("ajukan_dprd", on=on)
    return Deadline.objects.of(play.track()).get(code="dprd_total")


def test_forty_five_days_that_end_at_christmas_end_at_christmas(play: Play) -> None:
    reference.load()
    term = at_dprd(play, date(2026, 11, 21))
    assert term.due_on == date(2027, 1, 5)
    last = datetime(2027, 1, 5, 23, 59, tzinfo=timezone.get_default_timezone())
    with clock.frozen(last):
        assert not Deadline.objects.get(pk=term.pk).is_overdue
        with pytest.raises(ImpossibleStep, match="belum lewat"):
            play.dprd("dprd_dianggap_setuju")
    with clock.frozen(last + timedelta(minutes=1)):
        assert Deadline.objects.get(pk=term.pk).is_overdue
        play.dprd("dprd_dianggap_setuju")
    assert play.reload().state == "penyusunan_pks"


def test_in_working_days_the_holidays_and_collective_leave_push_the_end_on(play: Play) -> None:
    reference.load()
    OfficeSetting.objects.create(code="hari_permendagri_22", value="working")
    term = at_dprd(play, date(2026, 11, 21))
    first = Deadline.objects.of(play.track()).get(code="dprd_balasan")
    assert first.due_on == date(2026, 12, 11)
    assert term.due_on > date(2027, 1, 22)
    assert term.due_on.weekday() < 5


@pytest.mark.parametrize(
    ("zone", "moment", "late"),
    [
        (WITA, datetime(2026, 12, 21, 23, 59, tzinfo=WITA), False),
        (WITA, datetime(2026, 12, 22, 0, 0, tzinfo=WITA), True),
        (WITA, datetime(2026, 12, 21, 23, 30, tzinfo=WIB), True),
        (WIB, datetime(2026, 12, 21, 23, 30, tzinfo=WIB), False),
        (WIB, datetime(2026, 12, 22, 0, 30, tzinfo=WITA), False),
        (WIT, datetime(2026, 12, 21, 23, 0, tzinfo=WITA), True),
        (WIT, datetime(2026, 12, 21, 14, 59, tzinfo=UTC), False),
    ],
)
def test_the_day_turns_with_the_time_zone_of_the_office(
    play: Play, zone: ZoneInfo, moment: datetime, late: bool
) -> None:
    play.to("menunggu_tanggapan")
    term = Deadline.objects.of(play.case).get()
    assert term.due_on == date(2026, 12, 21)
    with timezone.override(zone), clock.frozen(moment):
        assert term.is_overdue is late
        assert Deadline.objects.overdue().filter(pk=term.pk).exists() is late


def test_cases_of_several_kinds_and_five_silent_days_make_one_message_for_each_person(cast: Cast) -> None:
    plays = [Play(cast, "ksdd_wajib"), Play(cast, "ksdd_sukarela")]
    for play in plays:
        play.to("menunggu_tanggapan")
    with clock.frozen(date(2026, 12, 19)):
        told = sweep_reminders()
        assert told == len({cast.officer, cast.partner})
        assert sweep_reminders() == 0
