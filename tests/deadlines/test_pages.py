"""The pages of notices, the calendar and one deadline."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ksd.core import clock
from ksd.deadlines.models import EmailState, Holiday, Notice, NoticeLine
from ksd.deadlines.services import cancel_deadlines, notify

NOTICES = "/pemberitahuan/"


def told(user, count=1, **facts):
    for number in range(count):
        notify(users=[user], key=f"k{number}", kind="turn", title=f"Kabar {number}", **facts)
    return Notice.objects.filter(user=user).first()


@pytest.mark.parametrize("address", [NOTICES, "/kalender/", "/tenggat/1/"])
def test_anonymous_people_are_asked_to_sign_in(client, db, address):
    assert client.get(address).status_code == 302


def test_unread_notices_come_first_and_an_empty_list_says_what_will_come(cast, signed_in):
    browser = signed_in(cast.officer)
    assert "Belum ada pemberitahuan" in browser.get(NOTICES).content.decode()
    told(cast.officer, 2)
    Notice.objects.filter(title="Kabar 1").update(read_at=clock.now())
    text = browser.get(NOTICES).content.decode()
    assert text.index("Kabar 0") < text.index("Kabar 1")
    assert "Tandai semua dibaca" in text


def test_the_list_of_notices_costs_the_same_for_one_and_for_twenty(
    cast, signed_in, django_assert_num_queries
):
    browser = signed_in(cast.officer)
    costs = []
    for count in (1, 20):
        told(cast.officer, count)
        for notice in Notice.objects.all():
            NoticeLine.objects.create(notice=notice, text="Baris")
        with CaptureQueriesContext(connection) as queries:
            browser.get(NOTICES)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_opening_a_notice_marks_it_read_and_leads_to_its_matter(cast, signed_in):
    notice = told(cast.officer, link="/kalender/")
    address = reverse("deadlines:read_notice", args=[notice.pk])
    browser = signed_in(cast.officer)
    assert browser.get(address).status_code == 405
    assert browser.post(address, {"open": "1"})["Location"] == "/kalender/"
    notice.refresh_from_db()
    assert notice.read_at is not None


def test_a_notice_never_leads_to_a_foreign_host(cast, signed_in):
    notice = told(cast.officer, link="https://jahat.test/")
    answer = signed_in(cast.officer).post(reverse("deadlines:read_notice", args=[notice.pk]), {"open": "1"})
    assert answer["Location"] == NOTICES


def test_a_notice_of_somebody_else_does_not_exist(cast, signed_in):
    notice = told(cast.partner)
    answer = signed_in(cast.officer).post(reverse("deadlines:read_notice", args=[notice.pk]))
    assert answer.status_code == 404


def test_marking_all_read_leaves_those_of_others(cast, signed_in):
    told(cast.officer, 3)
    told(cast.partner)
    answer = signed_in(cast.officer).post("/pemberitahuan/semua-dibaca/", follow=True)
    assert "3 pemberitahuan ditandai dibaca." in answer.content.decode()
    assert Notice.objects.unread_count(cast.partner) == 1


def test_the_calendar_shows_the_holidays_of_a_year_and_its_neighbours(cast, signed_in, holidays):
    text = signed_in(cast.officer).get("/kalender/", {"tahun": "2025"}).content.decode()
    assert "Senin, 18 Agustus 2025" in text
    assert "Cuti bersama Proklamasi Kemerdekaan" in text
    assert "?tahun=2024" in text
    assert "?tahun=2026" in text
    assert "belum dicocokkan" in text


@pytest.mark.parametrize("asked", ["", "abc", "99999", "-1", "2026; DROP", "²⁰²⁶"])
def test_a_year_that_is_none_is_the_current_one(cast, signed_in, asked):
    answer = signed_in(cast.officer).get("/kalender/", {"tahun": asked})
    assert answer.status_code == 200
    assert "Kalender kerja 2026" in answer.content.decode()


def test_the_calendar_warns_when_the_current_year_has_no_holidays(cast, signed_in, holidays):
    with clock.frozen(date(2027, 1, 2)):
        text = signed_in(cast.officer).get("/kalender/").content.decode()
    assert "Hari libur tahun 2027 belum diisi" in text
    assert "Hari libur tahun ini belum diisi" in text


def test_the_calendar_lists_the_open_deadlines_in_reach(cast, signed_in, begin):
    begin()
    assert "Tanggapan atas penawaran" in signed_in(cast.biro).get("/kalender/").content.decode()
    assert "Tidak ada tenggat yang berjalan" in signed_in(cast.stranger).get("/kalender/").content.decode()


def test_the_calendar_costs_the_same_for_one_and_for_twenty(
    cast, signed_in, begin, django_assert_num_queries
):
    browser, costs = signed_in(cast.officer), []
    for codes in (range(1), range(1, 20)):
        for number in codes:
            begin(code=f"kode-{number}", responsible_region=cast.kubar, responsible_label="")
        with CaptureQueriesContext(connection) as queries:
            browser.get("/kalender/")
        costs.append(len(queries))
    assert costs[0] == costs[1]


def test_a_deadline_explains_its_count_day_by_day(cast, signed_in, begin, holidays):
    deadline = begin(base_date=date(2026, 12, 18), length=5, day_type="working")
    text = signed_in(cast.officer).get(f"/tenggat/{deadline.pk}/").content.decode()
    for words in (
        "5 (lima) hari kerja sejak 18 Desember 2026",
        "Hari terakhir: 29 Desember 2026",
        "6 hari dilewati",
        "25 Desember 2026: Kelahiran Yesus Kristus",
        "26 Desember 2026: Sabtu",
        "Pasal 14 ayat (1) Permendagri 22/2020",
    ):
        assert words in text
    assert "belum diisi" not in text


def test_a_count_into_a_year_without_holidays_says_so(cast, signed_in, begin, holidays):
    deadline = begin(base_date=date(2026, 12, 28), length=5, day_type="working")
    text = signed_in(cast.officer).get(f"/tenggat/{deadline.pk}/").content.decode()
    assert "Hari libur tahun 2027 belum diisi" in text


def test_a_term_of_years_is_explained_in_a_sentence(cast, signed_in, begin):
    deadline = begin(length=5, unit="year")
    text = signed_in(cast.officer).get(f"/tenggat/{deadline.pk}/").content.decode()
    assert "5 (lima) tahun sejak 3 November 2026" in text
    assert "hari demi hari" not in text


def test_a_stranger_finds_no_deadline(cast, signed_in, begin):
    deadline = begin()
    assert signed_in(cast.stranger).get(f"/tenggat/{deadline.pk}/").status_code == 404
    answer = signed_in(cast.stranger).post(f"/tenggat/{deadline.pk}/tetapkan/", {})
    assert answer.status_code == 404


def test_only_who_may_override_sees_the_form(cast, signed_in, begin):
    address = f"/tenggat/{begin().pk}/"
    assert "Tetapkan tanggal lain" not in signed_in(cast.officer).get(address).content.decode()
    assert "Tetapkan tanggal lain" in signed_in(cast.admin).get(address).content.decode()


def override(browser, deadline, **changes):
    data = {"due_on": "2026-12-10", "reason": "Libur daerah", "seen_due_on": "2026-12-03"} | changes
    return browser.post(f"/tenggat/{deadline.pk}/tetapkan/", data, follow=True)


def test_an_override_shows_both_days_the_person_and_the_reason(cast, signed_in, begin):
    answer = override(signed_in(cast.admin), begin())
    text = answer.content.decode()
    for words in ("ditetapkan menjadi 10 Desember 2026", "menurut hitungan 3 Desember 2026", "Libur daerah"):
        assert words in text


def test_a_reader_who_sends_the_form_is_told_403(cast, signed_in, begin):
    answer = override(signed_in(cast.officer), begin())
    assert answer.status_code == 403
    assert "tidak berwenang" in answer.content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"due_on": ""}, "Jatuh tempo yang ditetapkan"),
        ({"due_on": "31-02-2026"}, "tanggal"),
        ({"reason": ""}, "Alasan"),
        ({"due_on": "2026-11-02"}, "tidak boleh sebelum tanggal dasar"),
        ({"seen_due_on": "2026-12-01"}, "orang lain menetapkan jatuh tempo 3 Desember 2026"),
    ],
)
def test_a_wrong_override_is_told_at_the_form_and_changes_nothing(cast, signed_in, begin, changes, words):
    deadline = begin()
    answer = override(signed_in(cast.admin), deadline, **changes)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    deadline.refresh_from_db()
    assert deadline.due_on == date(2026, 12, 3)


def test_a_closed_deadline_has_no_form(cast, signed_in, begin):
    deadline = begin()
    cancel_deadlines(actor=cast.officer, subject=cast.kukar)
    text = signed_in(cast.admin).get(f"/tenggat/{deadline.pk}/").content.decode()
    assert "Tetapkan tanggal lain" not in text
    assert "Dihentikan" in text


@pytest.mark.parametrize("model", ["deadline", "notice", "holiday"])
def test_the_admin_reads_and_others_do_not(cast, signed_in, begin, holidays, model):
    begin()
    told(cast.officer)
    address = reverse(f"admin:deadlines_{model}_changelist")
    assert signed_in(cast.officer).get(address).status_code in {302, 403}
    browser = signed_in(cast.admin)
    assert browser.get(address, {"q": "a"}).status_code == 200


def test_history_cannot_be_written_in_the_admin(cast, signed_in, begin):
    browser, deadline = signed_in(cast.admin), begin()
    page = browser.get(reverse("admin:deadlines_deadline_change", args=[deadline.pk]))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    assert browser.get(reverse("admin:deadlines_deadline_delete", args=[deadline.pk])).status_code == 403


def test_the_admin_keeps_the_holidays_and_recounts(cast, signed_in, begin, holidays):
    browser = signed_in(cast.admin)
    deadline = begin(length=5, day_type="working", base_date=date(2026, 11, 20))
    facts = {"date": "2026-11-25", "name": "Pilkada", "kind": "libur_nasional", "source": "Keppres"}
    assert browser.post(reverse("admin:deadlines_holiday_add"), facts).status_code == 302
    listing = reverse("admin:deadlines_holiday_changelist")
    day = Holiday.objects.get(name="Pilkada")
    act = {"action": "recount", "_selected_action": [day.pk]}
    assert "1 tenggat bergeser" in browser.post(listing, act, follow=True).content.decode()
    deadline.refresh_from_db()
    assert deadline.due_on == date(2026, 11, 30)
    browser.post(listing, act | {"action": "mark_verified"})
    day.refresh_from_db()
    assert day.verified


def test_the_admin_sends_failed_emails_again_and_no_others(cast, signed_in):
    told(cast.officer, 2)
    Notice.objects.filter(title="Kabar 0").update(email_state=EmailState.FAILED, attempts=5)
    Notice.objects.filter(title="Kabar 1").update(email_state=EmailState.SENT, attempts=1)
    act = {"action": "mail_again", "_selected_action": list(Notice.objects.values_list("pk", flat=True))}
    answer = signed_in(cast.admin).post(reverse("admin:deadlines_notice_changelist"), act, follow=True)
    assert "1 surel akan dikirim ulang" in answer.content.decode()
    assert set(Notice.objects.values_list("email_state", "attempts")) == {("due", 0), ("sent", 1)}
