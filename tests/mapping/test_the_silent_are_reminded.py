"""Who has not answered is reminded before and after the deadline, once for each day that asks for it."""

from datetime import date, timedelta

import pytest

from ksd.core import clock
from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.deadlines.models import Notice, NoticeLine
from ksd.deadlines.notices import sweep_reminders
from ksd.mapping.law.practice import reminder_habit
from ksd.mapping.services.answers import submit_answer
from ksd.mapping.services.life import take_step
from ksd.mapping.services.reminders import remind_silent
from tests.factories import TODAY
from tests.mapping.rows import period

DEADLINE = date(2026, 12, 21)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 12, 1), None),
        (date(2026, 12, 14), date(2026, 12, 14)),
        (date(2026, 12, 16), date(2026, 12, 14)),
        (date(2026, 12, 18), date(2026, 12, 18)),
        (date(2026, 12, 21), date(2026, 12, 21)),
        (date(2026, 12, 22), date(2026, 12, 22)),
        (date(2026, 12, 25), date(2026, 12, 22)),
        (date(2026, 12, 29), date(2026, 12, 29)),
        (date(2027, 1, 6), date(2027, 1, 5)),
    ],
)
def test_the_days_before_and_after_a_deadline(day, last):
    assert reminder_habit().last_day(DEADLINE, day) == last


@pytest.fixture
def opened(cast):
    made = period(cast.biro, cast.kaltim, cast.kukar, cast.kubar, state="disiapkan", deadline=DEADLINE)
    take_step(actor=cast.biro, period=made, code="buka")
    made.refresh_from_db()
    return made


def told(user):
    return NoticeLine.objects.filter(notice__user=user).count()


def test_a_sweep_reminds_the_silent_once_and_catches_up(cast, opened):
    submit_answer(actor=cast.partner, period=opened, region=cast.kubar, nothing_to_say=True)
    with clock.frozen(DEADLINE - timedelta(days=6)):  # the seventh day before was missed
        sweep_reminders()
        sweep_reminders()
    assert (told(cast.officer), told(cast.partner)) == (1, 0)
    with clock.frozen(DEADLINE - timedelta(days=5)):
        sweep_reminders()
    assert told(cast.officer) == 1
    with clock.frozen(DEADLINE + timedelta(days=1)):
        sweep_reminders()
        sweep_reminders()
    assert told(cast.officer) == 2
    line = NoticeLine.objects.filter(notice__user=cast.officer).latest("pk")
    assert "belum dikirim" in line.text
    assert "/isian/64.02/" in line.link
    assert opened.answers.get(region=cast.kukar).reminded_on == DEADLINE + timedelta(days=1)


def test_a_closed_period_reminds_nobody(cast, opened):
    take_step(actor=cast.biro, period=opened, code="tutup")
    with clock.frozen(DEADLINE):
        sweep_reminders()
    assert told(cast.officer) == 0


def test_who_leads_reminds_by_hand_once_a_day(cast, opened):
    assert remind_silent(actor=cast.biro, period=opened) == 0  # told today that it was opened
    with clock.frozen(TODAY + timedelta(days=1)):
        assert remind_silent(actor=cast.biro, period=opened) == 2
        assert remind_silent(actor=cast.biro, period=opened) == 0
    assert Notice.objects.filter(user=cast.officer, title__contains="belum dikirim").count() == 1
    with pytest.raises(NotAllowed):
        remind_silent(actor=cast.officer, period=opened)
    take_step(actor=cast.biro, period=opened, code="tutup")
    with pytest.raises(ImpossibleStep, match="tidak sedang dibuka"):
        remind_silent(actor=cast.biro, period=opened)


def test_the_button_says_how_many(cast, signed_in, opened):
    address = f"{opened.get_absolute_url()}ingatkan/"
    client = signed_in(cast.biro)
    assert "sudah diingatkan hari ini" in client.post(address, follow=True).content.decode()
    opened.answers.update(reminded_on=None)
    assert "2 daerah diingatkan." in client.post(address, follow=True).content.decode()
    assert signed_in(cast.officer).post(address).status_code == 403
    assert signed_in(cast.stranger).post(address).status_code == 404
