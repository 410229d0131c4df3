"""Nothing typed is lost: the line drops, the tab dies, the session ends, somebody else writes in the same text."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.editing import box, kept, open_editor, own_text, save, standing


@pytest.fixture
def text(site):
    with own_text() as own:
        yield own


def test_what_was_typed_without_a_line_is_there_after_the_tab_died_and_the_line_came_back(seat, text):
    desk = seat("biro")
    open_editor(desk, text)
    context = desk.page.context
    context.set_offline(True)
    box(desk, "Isi Pasal 3").fill("Ditulis tanpa sambungan.")
    standing(desk, "Tidak ada sambungan")
    assert not text.drafts.exists()
    desk.page.close()
    desk.problems[:] = [row for row in desk.problems if "ERR_INTERNET_DISCONNECTED" not in row]
    context.set_offline(False)
    desk.page = context.new_page()
    open_editor(desk, text)
    desk.reads("Ada tulisan Anda yang belum disimpan")
    desk.press("Lanjutkan tulisan itu")
    expect(box(desk, "Isi Pasal 3")).to_have_value("Ditulis tanpa sambungan.")
    standing(desk, "Tersimpan sebagai draf Anda")
    assert text.drafts.get().part == "pasal-ruang_lingkup"


def test_what_was_typed_reaches_the_server_when_the_line_comes_back(seat, text):
    desk = seat("biro")
    open_editor(desk, text)
    desk.page.context.set_offline(True)
    box(desk, "Isi Pasal 3").fill("Menunggu sambungan.")
    standing(desk, "Tidak ada sambungan")
    desk.page.context.set_offline(False)
    standing(desk, "Tersimpan sebagai draf Anda")
    desk.problems[:] = [row for row in desk.problems if "ERR_INTERNET_DISCONNECTED" not in row]
    assert text.drafts.get().content["ayat"][0]["text"] == "Menunggu sambungan."
    assert kept(text).pasal[2].ayat[0].text == "Lingkupnya luas."


def test_what_was_typed_here_is_offered_on_another_device_and_can_be_thrown_away(seat, text):
    office, telephone = seat("biro"), seat("biro", width=390)
    open_editor(office, text)
    box(office, "Isi Pasal 3").fill("Ditulis di kantor.")
    standing(office, "Tersimpan sebagai draf Anda")
    open_editor(telephone, text)
    telephone.reads("Ada tulisan Anda yang belum disimpan", "Pasal 3")
    expect(box(telephone, "Isi Pasal 3")).to_have_value("Lingkupnya luas.")
    telephone.press("Buang")
    expect(telephone.page.locator(".ed-offer")).to_have_count(0)
    assert not text.drafts.exists()


def test_what_was_typed_after_the_session_ended_waits_for_the_next_sign_in(seat, site, text):
    desk = seat("biro")
    open_editor(desk, text)
    desk.page.context.clear_cookies()
    box(desk, "Isi Pasal 3").fill("Sesudah sesi berakhir.")
    standing(desk, "Sesi berakhir")
    site.let_in(desk.page.context, "biro")
    box(desk, "Isi Pasal 3").press("End")
    desk.page.keyboard.type(" Lanjut.")
    standing(desk, "Tersimpan sebagai draf Anda")
    assert text.drafts.get().content["ayat"][0]["text"] == "Sesudah sesi berakhir. Lanjut."


def test_two_people_write_different_pasal_see_each_other_and_both_are_kept(seat, text):
    first, second = seat("biro"), seat("kepala.biro")
    open_editor(first, text)
    open_editor(second, text)
    box(second, "Judul Pasal 3").focus()
    box(second, "Isi Pasal 3").fill("Tulisan kepala biro.")
    box(first, "Isi Pasal 4").fill("Tulisan staf.")
    expect(second.page.locator("[data-orang]")).to_contain_text("Rimba Contoh Ayudya")
    save(second)
    standing(second, "Tersimpan sebagai versi")
    save(first)
    standing(first, "Tersimpan sebagai versi")
    expect(box(first, "Isi Pasal 3")).to_have_value("Tulisan kepala biro.")
    assert [row.ayat[0].text for row in kept(text).pasal[2:]] == ["Tulisan kepala biro.", "Tulisan staf."]


def test_the_same_pasal_written_by_two_is_shown_side_by_side_and_a_person_decides(seat, text):
    first, second = seat("biro"), seat("kepala.biro")
    open_editor(first, text)
    open_editor(second, text)
    box(second, "Isi Pasal 3").fill("Rumusan kepala biro.")
    save(second)
    standing(second, "Tersimpan sebagai versi")
    box(first, "Isi Pasal 3").fill("Rumusan staf.")
    save(first)
    window = first.page.get_by_role("dialog")
    expect(window).to_contain_text("Rumusan staf.")
    expect(window).to_contain_text("Rumusan kepala biro.")
    expect(window).to_contain_text(re.compile(r"Tulisan .+, .*\d\d[.:]\d\d"))
    assert kept(text).pasal[2].ayat[0].text == "Rumusan kepala biro."
    window.get_by_label(re.compile("Lanjut menyunting")).check()
    window.get_by_role("button", name="Pakai pilihan ini").click()
    expect(first.page.locator(".ed-beside")).to_contain_text("Rumusan kepala biro.")
    box(first, "Isi Pasal 3").fill("Rumusan bersama.")
    save(first)
    standing(first, "Tersimpan sebagai versi")
    assert kept(text).pasal[2].ayat[0].text == "Rumusan bersama."
