"""Each milestone is told once, to each person in one message, and none is lost."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection, connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ksd.accounts.models import Membership, User
from ksd.core import clock
from ksd.deadlines.models import EmailState, Notice, NoticeLine, Reminder
from ksd.deadlines.services import (
    cancel_deadlines,
    meet_deadline,
    override_deadline,
    start_deadline,
    sweep_reminders,
)
from tests import factories


def on(day):
    with clock.frozen(day):
        return sweep_reminders()


def texts(user):
    return [line.text for line in NoticeLine.objects.filter(notice__user=user).order_by("pk")]


def test_nothing_is_told_before_the_first_milestone(begin):
    begin()
    assert on(date(2026, 11, 25)) == 0


def test_each_milestone_is_told_once_on_its_day(begin, cast):
    begin()
    told = {day: on(date(2026, 11, 21) + timedelta(days=day)) for day in range(20)}
    assert {day for day, count in told.items() if count} == {5, 9, 11, 12, 13}
    assert texts(cast.officer) == [
        "Tanggapan atas penawaran: tinggal 7 hari (jatuh tempo 3 Desember 2026)",
        "Tanggapan atas penawaran: tinggal 3 hari (jatuh tempo 3 Desember 2026)",
        "Tanggapan atas penawaran: tinggal 1 hari (jatuh tempo 3 Desember 2026)",
        "Tanggapan atas penawaran: jatuh tempo hari ini (3 Desember 2026)",
        "Tanggapan atas penawaran: terlewat 1 hari (jatuh tempo 3 Desember 2026)",
    ]


def test_a_second_sweep_of_the_day_tells_nothing(begin):
    begin()
    assert on(date(2026, 11, 26)) == 1
    assert on(date(2026, 11, 26)) == 0


def test_after_five_days_without_sweeps_there_is_one_message_with_the_nearest_milestone(begin, cast):
    begin()
    assert on(date(2026, 12, 1)) == 1
    assert texts(cast.officer) == ["Tanggapan atas penawaran: tinggal 2 hari (jatuh tempo 3 Desember 2026)"]
    assert on(date(2026, 12, 2)) == 1


def test_an_outage_past_the_due_date_is_told_as_lapsed_once(begin, cast):
    begin()
    assert on(date(2026, 12, 20)) == 1
    assert texts(cast.officer) == ["Tanggapan atas penawaran: terlewat 17 hari (jatuh tempo 3 Desember 2026)"]
    assert on(date(2026, 12, 21)) == 0


def test_a_person_with_three_roles_and_three_terms_gets_one_message(begin, cast):
    for role in ("head_of_region", "pd_liaison"):
        Membership.objects.create(
            user=cast.officer, region=cast.kukar, role=role, valid_from=date(2020, 1, 1)
        )
    begin(regions=[cast.kukar, cast.kubar])
    begin(code="kedua", title="Balasan DPRD", regions=[cast.kukar])
    begin(code="ketiga", title="Laporan", length=29)
    on(date(2026, 11, 26))
    notice = Notice.objects.get(user=cast.officer)
    assert notice.title == "3 tenggat perlu perhatian Anda"
    assert texts(cast.officer) == [
        "Laporan: tinggal 6 hari (jatuh tempo 2 Desember 2026)",
        "Tanggapan atas penawaran: tinggal 7 hari (jatuh tempo 3 Desember 2026)",
        "Balasan DPRD: tinggal 7 hari (jatuh tempo 3 Desember 2026)",
    ]
    assert Notice.objects.get(user=cast.partner).title.startswith("Tanggapan atas penawaran")


def test_only_those_who_may_act_in_the_region_are_told(begin, cast):
    begin()
    on(date(2026, 11, 26))
    assert set(Notice.objects.values_list("user__username", flat=True)) == {"petugas.kukar"}


def test_a_met_or_stopped_term_is_not_told(begin, cast):
    begin()
    begin(code="kedua")
    meet_deadline(actor=cast.officer, subject=cast.kukar, code="tanggapan")
    cancel_deadlines(actor=cast.officer, subject=cast.kukar)
    assert on(date(2026, 12, 20)) == 0


def test_an_override_is_told_by_its_new_days(begin, cast):
    deadline = begin()
    on(date(2026, 11, 26))
    override_deadline(actor=cast.admin, deadline=deadline, due_on=date(2026, 12, 13), reason="Libur daerah")
    assert on(date(2026, 12, 3)) == 0
    assert on(date(2026, 12, 6)) == 1
    assert texts(cast.officer)[-1].endswith("tinggal 7 hari (jatuh tempo 13 Desember 2026)")


def test_a_milestone_nobody_could_hear_waits_until_somebody_can(begin, cast):
    begin(regions=[cast.paser], subject=cast.paser)
    Membership.objects.filter(user=cast.stranger).update(valid_to=date(2026, 11, 1))
    assert on(date(2026, 11, 26)) == 0
    assert not Reminder.objects.exclude(claimed_at=None).exists()
    factories.person("petugas.baru", ("kabkota_officer", cast.paser))
    assert on(date(2026, 11, 27)) == 1


def test_the_number_of_queries_does_not_grow_with_the_terms(begin, django_assert_max_num_queries):
    for number in range(20):
        begin(code=f"kode-{number}")
    with django_assert_max_num_queries(15):
        assert on(date(2026, 11, 26)) == 1
    assert NoticeLine.objects.count() == 20


def test_the_email_is_due_only_when_there_is_an_address(begin, cast):
    quiet = factories.person("tanpa.surel", ("kabkota_officer", cast.kukar))
    User.objects.filter(pk=quiet.pk).update(email="")
    begin()
    on(date(2026, 11, 26))
    assert Notice.objects.get(user=cast.officer).email_state == EmailState.DUE
    assert Notice.objects.get(user=quiet).email_state == EmailState.NONE


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(st.sets(st.integers(0, 40), min_size=1))
def test_whatever_days_are_skipped_the_last_message_tells_the_latest_milestone(begin, cast, days):
    Notice.objects.all().delete()
    cancel_deadlines(actor=None, subject=cast.kukar)
    deadline = begin()
    for day in sorted(days):
        on(date(2026, 11, 21) + timedelta(days=day))
    last = date(2026, 11, 21) + timedelta(days=max(days))
    due = deadline.reminders.filter(due_on__lte=last)
    assert not due.filter(claimed_at=None).exists()
    assert Notice.objects.count() <= due.count()
    assert bool(Notice.objects.count()) == due.exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="perlu PostgreSQL")
def test_four_sweeps_at_once_tell_nobody_twice():
    nation = factories.region("00", "Republik Indonesia", "negara")
    kaltim = factories.region("64", "Kalimantan Timur", "provinsi", nation)
    places = [factories.region(f"64.0{n}", f"Daerah {n}", parent=kaltim) for n in range(1, 6)]
    for number, place in enumerate(places):
        factories.person(f"petugas.{number}", ("kabkota_officer", place))
        for code in ("a", "b", "c"):
            start_deadline(
                actor=None, subject=place, code=code, title=code, base_date=date(2026, 11, 3),
                base_label="diterima", length=30, regions=[place, kaltim], remind_days=(7,),
            )  # fmt: skip
    gate, told = threading.Barrier(4), []

    def sweep():
        try:
            gate.wait()
            told.append(sweep_reminders(date(2026, 11, 26)))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=sweep) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == [0, 0, 0, 5]
    assert (Notice.objects.count(), NoticeLine.objects.count()) == (5, 15)
