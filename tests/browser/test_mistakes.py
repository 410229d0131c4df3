"""What people do by mistake, in a real browser: nothing is lost and each mistake is answered in words."""

import re

from playwright.sync_api import expect

from agreements.models import Case
from tests.browser import steps


def test_a_button_pressed_twice_begins_one_case(seat):
    desk = seat("petugas.kukar", java_script_enabled=False)
    desk.open("/kerja-sama/baru/")
    desk.page.get_by_label("KSDD sukarela").check()
    desk.fill("Tentang", "Ditekan Dua Kali")
    desk.page.get_by_role("button", name="Buat draf usulan").dblclick()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("Ditekan Dua Kali")
    desk.open("/kerja-sama/?q=ditekan")
    expect(desk.page.locator("#daftar-kerja-sama tbody tr")).to_have_count(1)


def test_a_file_of_the_wrong_kind_is_refused_and_what_was_typed_stays(seat):
    desk = seat("petugas.kukar")
    case = steps.begin_proposal(desk, "Berkas Keliru")
    page = desk.open(f"{case}dokumen/kak/")
    desk.fill("Latar belakang", "Sudah diketik panjang lebar.")
    program = {"name": "kak.pdf", "mimeType": "application/pdf", "buffer": b"MZ bukan PDF"}
    page.locator("input[type=file]").set_input_files(program)
    desk.press("Simpan")
    expect(page.locator(".invalid-feedback:visible")).to_contain_text("PDF")
    expect(page.get_by_label("Latar belakang").first).to_have_value("Sudah diketik panjang lebar.")
    page.locator("input[type=file]").set_input_files(steps.scan("kak.pdf"))
    desk.press("Simpan")
    desk.told("tersimpan sebagai revisi baru")


def test_a_returned_proposal_keeps_everything_and_is_submitted_again(seat):
    officer, tkksd = seat("petugas.kukar"), seat("tkksd.kukar")
    case = steps.propose(officer, "Pernah Dikembalikan")
    tkksd.open(case)
    tkksd.follow("Kembalikan untuk diperbaiki")
    tkksd.fill("Alasan", "Rincian biaya belum ada.")
    tkksd.press("Kembalikan untuk diperbaiki")
    tkksd.told("Tercatat. Sekarang: Dikembalikan untuk diperbaiki.")
    officer.open(f"{case}usulan/data/")
    officer.reads("Rincian biaya belum ada.")
    expect(officer.page.get_by_label("Uraian singkat")).to_have_value(re.compile("Melayani warga"))
    steps.submit_proposal(officer, case)


def test_a_second_officer_does_not_write_over_the_first(seat):
    first, second = seat("petugas.kukar"), seat("pd.kukar")
    case = steps.begin_proposal(first, "Dua Orang Menulis")
    for desk in (first, second):
        desk.open(f"{case}usulan/data/")
    first.fill("Lokasi", "Kecamatan Kenohan")
    first.press("Simpan draf")
    first.told("Tersimpan sebagai draf.")
    second.fill("Lokasi", "Kecamatan Tabang")
    second.press("Simpan draf")
    second.reads("Data terbaru yang tersimpan", "Kecamatan Kenohan")
    expect(second.page.get_by_label("Lokasi", exact=True)).to_have_value("Kecamatan Tabang")
    assert Case.objects.get(title="Dua Orang Menulis").location == "Kecamatan Kenohan"


def test_a_stranger_with_the_address_finds_nothing(seat):
    case = steps.begin_proposal(seat("petugas.kukar"), "Bukan Untuk Paser")
    stranger = seat("petugas.paser")
    stranger.open(case)
    assert stranger.status == 404
    assert "Bukan Untuk Paser" not in stranger.page.content()


def test_the_list_is_narrowed_without_leaving_the_page(seat):
    desk = seat("biro")
    page = desk.open("/kerja-sama/")
    page.get_by_text("Saring daftar").click()
    page.get_by_label("Judul, pihak, lokasi, atau nomor").fill("sungai perintis")
    page.evaluate("window.stayed = true")
    desk.press("Terapkan")
    expect(page.locator("#daftar-kerja-sama tbody tr")).to_have_count(1)
    desk.reads("Angkutan Sungai Perintis")
    assert page.evaluate("window.stayed")
    expect(page).to_have_url(re.compile(r"q=sungai(%20|\+)perintis"))
