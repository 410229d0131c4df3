"""The map in a real browser: drawn under the strict policy, chosen by name, and there without scripts too."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from boundaries.models import FieldFix
from ksd.core import clock

SEGMENT = "64.02-64.07"
# The site lives on a day of its own; a reading is taken on that day too.
TAKEN_TODAY = """
const watch = navigator.geolocation.watchPosition.bind(navigator.geolocation);
navigator.geolocation.watchPosition = (take, ...rest) =>
  watch((found) => take({ coords: found.coords, timestamp: %d }), ...rest);
"""
GROUND = {"latitude": -0.2, "longitude": 116.1, "accuracy": 6}


def without_a_net(page):
    """The telephone leaves the net once the page is kept on it."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)


def kept(page):
    """The telephone has put the page and its scripts by."""
    page.evaluate("""async () => {
      const there = async () => {
        const urls = (await (await caches.open("ksd-lapangan")).keys()).map((row) => row.url);
        return ["/lapangan/", "/js/boundaries/map."].every((part) => urls.some((url) => url.includes(part)));
      };
      while (!(await there())) await new Promise((again) => setTimeout(again, 100));
    }""")


def drawn(page):
    """The map has taken the place of the SVG."""
    expect(page.locator("[data-map]")).to_have_attribute("data-map", "ready", timeout=60_000)
    expect(page.locator("[data-map-canvas] canvas")).to_be_visible()
    expect(page.locator(".ksd-map-svg")).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_map_is_drawn_under_the_strict_policy(seat, width):
    desk = seat("biro", width=width)
    page = desk.open(reverse("boundaries:map"))
    drawn(page)
    page.get_by_label("Cari wilayah atau segmen pada peta").fill(
        "Kabupaten Kutai Kartanegara – Kabupaten Kutai Barat"
    )
    page.keyboard.press("Enter")
    link = page.locator(".ksd-map-popup a")
    expect(link).to_have_attribute("href", reverse("boundaries:detail", args=[SEGMENT]))
    page.get_by_label("Titik", exact=True).uncheck()


def test_the_map_of_a_segment_shows_the_claims(seat):
    desk = seat("petugas.kukar")
    page = desk.open(reverse("boundaries:segment_map", args=[SEGMENT]))
    drawn(page)
    expect(page.get_by_label("Klaim dan kajian")).to_be_checked()
    expect(page.get_by_text("Indikatif, bukan acuan hukum.").first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_without_scripts_the_map_is_links(seat, width):
    desk = seat("petugas.kukar", width=width, java_script_enabled=False)
    page = desk.open(reverse("boundaries:map"))
    link = page.locator(f'.ksd-map-svg a[href="{reverse("boundaries:detail", args=[SEGMENT])}"]')
    expect(link).to_have_attribute("aria-label", re.compile("Kutai Kartanegara – Kabupaten Kutai Barat"))
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(reverse("boundaries:detail", args=[SEGMENT]))))


def test_a_position_taken_without_a_net_is_sent_once(seat):
    desk = seat("petugas.kukar", width=390, geolocation=GROUND, permissions=["geolocation"])
    desk.page.add_init_script(TAKEN_TODAY % (clock.now().timestamp() * 1000))
    page = desk.open(reverse("boundaries:field", args=[SEGMENT]))
    without_a_net(page)
    page.get_by_role("button", name="Ambil posisi").click()
    expect(page.locator("[data-mean]")).to_contain_text("-0.2")
    page.get_by_role("button", name="Cukup").click()
    page.get_by_label("Catatan").fill("Dari lapangan tanpa jaringan (contoh)")
    page.get_by_role("button", name="Kirim posisi").click()
    expect(page.locator("[data-outbox]")).to_contain_text("1 kiriman menunggu")
    page.context.set_offline(False)
    expect(page.locator("[data-outbox]")).to_contain_text("sudah diterima", timeout=40_000)
    fix = FieldFix.objects.get(note="Dari lapangan tanpa jaringan (contoh)")
    assert fix.accuracy_m is not None
    assert (float(fix.lat), float(fix.lon), float(fix.accuracy_m)) == (-0.2, 116.1, 6.0)
    desk.problems = [problem for problem in desk.problems if "ERR_INTERNET_DISCONNECTED" not in problem]


def test_a_position_is_whole_though_it_is_sent_before_the_readings_end(seat):
    desk = seat("petugas.kukar", width=390, geolocation=GROUND, permissions=["geolocation"])
    desk.page.add_init_script(TAKEN_TODAY % (clock.now().timestamp() * 1000))
    page = desk.open(reverse("boundaries:field", args=[SEGMENT]))
    without_a_net(page)
    page.get_by_role("button", name="Kirim posisi").click()
    expect(page.locator("[data-outbox]")).to_contain_text("Ambil posisi dengan telepon")
    page.get_by_role("button", name="Ambil posisi").click()
    expect(page.locator("[data-mean]")).to_contain_text("-0.2")
    page.get_by_role("button", name="Kirim posisi").click()
    expect(page.locator("[data-outbox]")).to_contain_text("Pilar ditemukan: -0.20000, 116.10000")
    expect(page.locator("[data-outbox] li")).to_have_count(1)
    expect(page.locator("[data-outbox]")).to_be_in_viewport()
    desk.problems = [problem for problem in desk.problems if "ERR_INTERNET_DISCONNECTED" not in problem]


def test_without_a_net_one_finds_oneself_on_the_drawing(seat):
    desk = seat("petugas.kukar", width=390, geolocation=GROUND, permissions=["geolocation"])
    page = desk.open(reverse("boundaries:field", args=[SEGMENT]))
    kept(page)
    without_a_net(page)
    page.reload()
    expect(page.locator("[data-map]")).to_have_attribute("data-map", "plain", timeout=60_000)
    page.get_by_role("button", name="Tunjukkan saya di peta").click()
    expect(page.locator(".ksd-map-svg .ksd-map-here")).to_be_in_viewport()
    expect(page.locator("[data-map-says]")).to_have_text("Posisi Anda: -0.20000, 116.10000")
    page.context.set_geolocation({"latitude": 5, "longitude": 95})
    page.get_by_role("button", name="Tunjukkan saya di peta").click()
    expect(page.locator("[data-map-says]")).to_have_text("Posisi Anda di luar gambar ini.")
    expect(page.locator(".ksd-map-here")).to_have_count(0)
    desk.problems = [
        problem for problem in desk.problems if "ERR_INTERNET" not in problem and "ERR_FAILED" not in problem
    ]


def test_a_position_refused_later_says_why(seat):
    desk = seat("petugas.kukar", width=390)
    page = desk.open(reverse("boundaries:field", args=[SEGMENT]))
    without_a_net(page)
    page.get_by_label("Koordinat yang diketik (WGS 84)").fill("di bawah pohon")
    page.get_by_role("button", name="Kirim posisi").click()
    expect(page.locator("[data-outbox]")).to_contain_text("1 kiriman menunggu")
    page.context.set_offline(False)
    expect(page.locator("[data-outbox]")).to_contain_text("tidak dapat dibaca", timeout=40_000)
    page.get_by_role("button", name="Buang").click()
    expect(page.locator("[data-outbox]")).to_be_hidden()
    desk.problems = [
        problem for problem in desk.problems if "ERR_INTERNET" not in problem and "422" not in problem
    ]
