"""Reminders of follow-ups run through the one engine of deadlines, whoever wrote the rows."""

from datetime import date, timedelta

import pytest

from ksd.core import clock
from ksd.deadlines.models import Deadline, Notice
from ksd.deadlines.services import sweep_reminders
from meetings.models import FollowUp
from meetings.services import change_state
from meetings.services.follow_ups import TERM, ReportData, decide, hand_over, report
from tests.meetings.follow_up_rows import agreed, decision, follow_up

pytestmark = pytest.mark.django_db


def term(row):
    return Deadline.objects.of(row).filter(code=TERM)


def test_agreeing_hands_the_follow_ups_over_and_tells_each_region_once(cast):
    held = agreed(cast, state="rumusan_disepakati")
    rows = [follow_up(held, region) for region in (cast.kukar, cast.kukar, cast.kubar)]
    change_state(actor=cast.biro, meeting=held, code="tindak_lanjuti")
    assert [term(row).get().due_on for row in rows] == [date(2026, 12, 1)] * 3
    told = Notice.objects.filter(user=cast.officer).get()
    assert told.title.startswith("2 tindak lanjut untuk daerah Anda")
    held.refresh_from_db()
    assert hand_over(actor=cast.biro, meeting=held) == 2
    assert Notice.objects.filter(user=cast.officer).count() == 1


def test_the_term_is_met_by_the_report_and_runs_again_when_it_is_returned(cast):
    row = follow_up(agreed(cast), cast.kukar)
    report(actor=cast.officer, follow_up=row, data=ReportData(progress=50, text="a"))
    assert term(row).open().count() == 1
    report(actor=cast.officer, follow_up=row, data=ReportData(progress=100, text="a"))
    assert term(row).get().state == "met"
    decide(actor=cast.biro, follow_up=row, code="kembalikan", reason="Kurang")
    assert term(row).open().count() == 1
    decide(actor=cast.biro, follow_up=row, code="ubah_tenggat", reason="Lama", due_on=date(2027, 2, 1))
    assert term(row).open().get().due_on == date(2027, 2, 1)
    decide(actor=cast.biro, follow_up=row, code="hentikan", reason="Tidak perlu")
    assert not term(row).open().exists()


def test_one_message_per_person_in_a_sweep_however_much_is_due(cast):
    held = agreed(cast)
    for _number in range(4):
        follow_up(held, cast.kukar, due_on=date(2026, 11, 28))
    hand_over(actor=cast.biro, meeting=held)
    Notice.objects.all().delete()
    sweep_reminders()
    told = Notice.objects.filter(user=cast.officer).get()
    assert told.lines.count() == 4
    assert not Notice.objects.filter(user=cast.stranger).exists()
    sweep_reminders()
    assert Notice.objects.filter(user=cast.officer).count() == 1


def test_the_organiser_hears_of_it_only_once_it_is_late(cast):
    held = agreed(cast)
    follow_up(held, cast.kukar, due_on=date(2026, 11, 25))
    hand_over(actor=cast.biro, meeting=held)
    sweep_reminders()
    assert not Notice.objects.filter(user=cast.biro).exists()
    with clock.frozen(clock.now() + timedelta(days=5)):
        sweep_reminders()
    assert Notice.objects.filter(user=cast.biro).exists()


def test_a_sweep_catches_up_with_rows_nobody_started_and_stops_what_nobody_owes(cast):
    row = follow_up(agreed(cast), cast.kukar)
    early = follow_up(agreed(cast, state="berlangsung"), cast.kukar)
    sweep_reminders()
    assert term(row).open().count() == 1
    assert not term(early).exists()
    FollowUp.objects.filter(pk=row.pk).update(due_on=date(2026, 12, 24))
    sweep_reminders()
    assert term(row).open().get().due_on == date(2026, 12, 24)
    row.decision.dropped_at = clock.now()
    row.decision.save()
    sweep_reminders()
    assert not term(row).open().exists()


def test_a_sweep_with_nothing_to_do_asks_little(cast, django_assert_max_num_queries):
    held = agreed(cast)
    for _number in range(5):
        follow_up(held, cast.kukar, decision=decision(held))
    sweep_reminders()
    with django_assert_max_num_queries(12):
        sweep_reminders()
