"""Coming in and going out through the pages."""

from playwright.sync_api import expect

from ksd.office.demo.people import data


def test_a_person_comes_in_where_they_wanted_to_go_and_leaves(seat):
    desk = seat()
    page = desk.open("/pekerjaan/")
    page.get_by_label("Nama pengguna atau surel").fill("petugas.kukar")
    page.get_by_label("Kata sandi", exact=True).fill(data()["password"])
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pekerjaan saya")
    page.locator("details.ksd-drop summary").click()
    page.get_by_role("button", name="Keluar").click()
    desk.open("/pekerjaan/")
    expect(page.get_by_label("Nama pengguna atau surel")).to_be_visible()


def test_a_wrong_password_is_refused_in_words(seat):
    desk = seat()
    page = desk.open("/akun/login/")
    page.get_by_label("Nama pengguna atau surel").fill("petugas.kukar")
    page.get_by_label("Kata sandi", exact=True).fill("salah")
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_role("alert")).to_be_visible()
