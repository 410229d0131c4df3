"""A report typed where there is no net waits on the telephone, outlives the browser, and counts once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from ksd.accounts.models import User
from ksd.core import clock
from meetings.models import Decision, FollowUp, Meeting
from meetings.services import MeetingData, plan_meeting
from meetings.services.follow_ups import make_link
from regions.models import Region
from tests.browser.conftest import QUIET, chromium


@pytest.fixture
def owed(site):
    """What Kutai Kartanegara owes for a meeting of the province held yesterday."""
    planner, begun = User.objects.get(username="biro"), clock.now() - timedelta(days=1)
    province, regency = (Region.objects.current().get(code=code) for code in ("64", "64.02"))
    data = MeetingData(
        title="Rakor tanpa jaringan (contoh)", kind="rakor_pemerintahan", fiscal_year=begun.year, host=province,
        organiser=province, starts_at=begun, ends_at=begun + timedelta(hours=2), place="Tenggarong",
    )  # fmt: skip
    meeting = plan_meeting(actor=planner, data=data, participants=[regency])
    Meeting.objects.filter(pk=meeting.pk).update(state="tindak_lanjut")
    point = Decision.objects.create(
        meeting=meeting, order=1, key="satu", text="Butir contoh", written_by=planner
    )
    return FollowUp.objects.create(decision=point, region=regency, target="Sasaran contoh")


def telephone(browser_type, folder):
    return browser_type.launch_persistent_context(
        folder,
        executable_path=chromium(),
        args=[*QUIET, "--no-sandbox"],
        viewport={"width": 390, "height": 800},
    )


def test_a_report_outlives_the_browser_and_counts_once(site, owed, browser_type, tmp_path):
    token = make_link(actor=User.objects.get(username="biro"), follow_up=owed)
    address = site.url + reverse("meetings:follow_up_link", args=[token])
    phone = telephone(browser_type, tmp_path)
    page = phone.new_page()
    page.goto(address)
    phone.set_offline(True)
    page.get_by_label("Nama Anda").fill("Budi (contoh)")
    page.get_by_label("Kemajuan (persen)").fill("55")
    page.get_by_label("Yang sudah dikerjakan").fill("Dikirim dari lapangan (contoh)")
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.locator("[data-waiting]")).to_contain_text("tersimpan di perangkat ini")
    phone.close()
    assert not owed.entries.filter(step="lapor").exists()

    phone = telephone(browser_type, tmp_path)
    page = phone.new_page()
    page.goto(address)
    expect(page.locator("[data-waiting]")).to_contain_text("sudah terkirim")
    expect(page.get_by_role("button", name="Kirim laporan")).to_be_hidden()
    page.reload()
    expect(page.get_by_role("heading", name="Tautan tidak berlaku")).to_be_visible()
    phone.close()
    entry = owed.entries.get(step="lapor")
    assert (entry.progress, entry.text) == (55, "Dikirim dari lapangan (contoh)")


def test_who_reports_from_the_office_reads_that_it_arrived(site, owed, seat):
    page = seat("petugas.kukar").open(reverse("meetings:follow_up_report", args=[owed.public_id]))
    page.get_by_label("Kemajuan (persen)").fill("30")
    page.get_by_label("Yang sudah dikerjakan").fill("Disusun bersama (contoh)")
    page.get_by_role("button", name="Kirim laporan").click()
    expect(page.get_by_text("Laporan tersimpan.")).to_be_visible()
    expect(page).to_have_url(site.url + owed.get_absolute_url())
