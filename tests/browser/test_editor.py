"""The editor of a text: blocks move by key, mouse and finger, numbers follow, every act is undone, plain forms remain."""

import pytest
from playwright.sync_api import expect

from tests.browser.editing import (
    act,
    box,
    drag,
    drag_with_finger,
    kept,
    numbers,
    open_editor,
    own_text,
    save,
    standing,
)


@pytest.fixture
def text(site):
    with own_text() as own:
        yield own


def test_a_pasal_moves_by_keys_and_numbers_and_references_follow(seat, text):
    desk = seat("biro")
    open_editor(desk, text)
    expect(desk.page.locator("#blok-pasal-maksud_tujuan .ed-words")).to_contain_text("Pasal 2 ayat (2)")
    box(desk, "Judul Pasal 2").focus()
    desk.page.keyboard.press("Alt+ArrowDown")
    assert numbers(desk) == ["MAKSUD DAN TUJUAN", "RUANG LINGKUP", "OBJEK", "PENUTUP"]
    expect(box(desk, "Judul Pasal 3")).to_be_focused()
    expect(desk.page.locator("#blok-pasal-maksud_tujuan .ed-words")).to_contain_text("Pasal 3 ayat (2)")
    save(desk)
    standing(desk, "Tersimpan sebagai versi")
    assert [row.clause for row in kept(text).pasal][1:3] == ["ruang_lingkup", "objek"]
    assert kept(text).pasal[0].ayat[0].text == "Menurut {pasal:objek:2}, maksudnya baik."


def test_an_ayat_that_moves_takes_its_references_along_and_undo_brings_both_back(seat, text):
    desk = seat("biro")
    open_editor(desk, text)
    box(desk, "Pasal 2 ayat (2)").focus()
    desk.page.keyboard.press("Alt+ArrowUp")
    expect(box(desk, "Isi Pasal 1")).to_have_value("Menurut {pasal:objek:1}, maksudnya baik.")
    expect(box(desk, "Pasal 2 ayat (1)")).to_have_value("Rinciannya:")
    desk.page.keyboard.press("Control+z")
    expect(box(desk, "Isi Pasal 1")).to_have_value("Menurut {pasal:objek:2}, maksudnya baik.")
    expect(box(desk, "Pasal 2 ayat (1)")).to_have_value("Objeknya {objek}.")
    desk.page.get_by_role("button", name="Ulangi").click()
    expect(box(desk, "Pasal 2 ayat (1)")).to_have_value("Rinciannya:")


def test_ayat_and_huruf_are_put_in_split_merged_and_taken_out(seat, text):
    desk = seat("biro")
    open_editor(desk, text)
    huruf = box(desk, "Pasal 2 ayat (2) huruf a")
    huruf.fill("satu; tambahan")
    for _step in range(len("tambahan")):
        huruf.press("ArrowLeft")
    huruf.press("Enter")
    expect(box(desk, "Pasal 2 ayat (2) huruf b")).to_be_focused()
    expect(box(desk, "Pasal 2 ayat (2) huruf b")).to_have_value("tambahan")
    expect(box(desk, "Pasal 2 ayat (2) huruf c")).to_have_value("dua.")
    desk.page.keyboard.press("Home")
    desk.page.keyboard.press("Backspace")
    expect(box(desk, "Pasal 2 ayat (2) huruf a")).to_have_value("satu; tambahan")
    act(desk, "Pasal 2 ayat (2) huruf b", "Jadikan ayat")
    expect(box(desk, "Pasal 2 ayat (3)")).to_have_value("dua.")
    act(desk, "Pasal 2 ayat (2)", "Hapus")
    expect(box(desk, "Isi Pasal 1")).to_have_value("Menurut {pasal:objek:0}, maksudnya baik.")
    expect(desk.page.locator("#blok-pasal-maksud_tujuan .ed-broken")).to_contain_text("tidak ada")
    save(desk)
    standing(desk, "Tersimpan sebagai versi")
    assert [row.text for row in kept(text).pasal[1].ayat] == ["Objeknya {objek}.", "dua."]


def test_blocks_are_dragged_with_the_mouse(seat, text):
    desk = seat("biro")
    open_editor(desk, text)
    drag(desk, "Pasal 2 ayat (1)", "Pasal 2 ayat (2) huruf b")
    expect(box(desk, "Pasal 2 ayat (2)")).to_have_value("Objeknya {objek}.")
    drag(desk, "Konsiderans baris 1", "Konsiderans baris 2")
    expect(box(desk, "Konsiderans baris 1")).to_have_value("bahwa dua; dan")


def test_on_a_telephone_blocks_are_dragged_with_a_finger_and_nothing_sticks_out(seat, text):
    desk = seat("biro", width=390, has_touch=True)
    open_editor(desk, text)
    assert desk.fits() == []
    drag_with_finger(desk, "Pasal 2 ayat (2) huruf a", "Pasal 2 ayat (2) huruf b")
    expect(box(desk, "Pasal 2 ayat (2) huruf a")).to_have_value("dua.")
    desk.page.get_by_role("button", name="Turunkan Pasal 2").tap()
    assert numbers(desk)[1:3] == ["RUANG LINGKUP", "OBJEK"]


def test_references_and_placeholders_are_picked_not_typed(seat, text):
    desk = seat("biro")
    open_editor(desk, text)
    box(desk, "Isi Pasal 3").fill("Lihat ")
    desk.press("Rujukan")
    window = desk.page.get_by_role("dialog")
    window.get_by_role("searchbox").fill("huruf b")
    window.get_by_role("button", name="Pasal 2 ayat (2) huruf b").click()
    expect(box(desk, "Isi Pasal 3")).to_have_value("Lihat {pasal:objek:2:b}")
    desk.press("Isian")
    desk.page.get_by_role("dialog").get_by_role("button", name="Judul kerja sama").click()
    expect(desk.page.locator("#blok-pasal-ruang_lingkup .ed-words")).to_contain_text("Naskah Percobaan")
    desk.press("Pratinjau")
    read = desk.page.get_by_role("dialog").locator(".ksd-read")
    expect(read).to_contain_text("Lihat Pasal 2 ayat (2) huruf b")
    desk.page.get_by_role("dialog").get_by_role("button", name="Tutup").click()
    box(desk, "Isi Pasal 3").fill("{bupati}")
    save(desk)
    standing(desk, "Isian otomatis tidak dikenal: {bupati}.")


def test_a_lampiran_has_lines_and_a_table(seat, text):
    desk = seat("biro")
    open_editor(desk, text)
    desk.press("Tambah lampiran")
    box(desk, "Judul Lampiran").fill("JADWAL")
    box(desk, "Lampiran baris 1").fill("Alinea pertama.")
    desk.press("Buat tabel")
    box(desk, "Lampiran, judul kolom 1").fill("Kegiatan")
    desk.press("Tambah kolom")
    box(desk, "Lampiran, judul kolom 3").fill("Biaya")
    desk.page.evaluate("""() => {
      const box = document.querySelector('[aria-label="Lampiran, baris 1 kolom 1"]');
      const data = new DataTransfer();
      data.setData('text/plain', 'Rapat\\tMei\\t10\\nSurvei\\tJuni\\t20');
      box.focus();
      box.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
    }""")
    save(desk)
    standing(desk, "Tersimpan sebagai versi")
    (annex,) = kept(text).annexes
    assert (annex.title, annex.paragraphs) == ("JADWAL", ("Alinea pertama.",))
    assert annex.table == (("Kegiatan", "", "Biaya"), ("Rapat", "Mei", "10"), ("Survei", "Juni", "20"))


def test_a_pasal_the_law_asks_for_is_not_taken_out_and_another_one_is(seat, text):
    desk = seat("biro")
    open_editor(desk, text)
    act(desk, "Pasal 2", "Hapus")
    assert len(numbers(desk)) == 4
    act(desk, "Pasal 4", "Hapus")
    assert len(numbers(desk)) == 3
    save(desk)
    standing(desk, "Tersimpan sebagai versi")
    assert len(kept(text).pasal) == 3


def test_without_scripts_and_by_choice_the_plain_forms_stand(seat, text):
    for options in ({"java_script_enabled": False}, {}):
        desk = seat("biro", width=390, **options)
        desk.open(f"{text.get_absolute_url()}sunting/?sederhana=1")
        desk.follow("Tambah lampiran")
        desk.reads("Judul lampiran")
        desk.open(f"{text.get_absolute_url()}sunting/?sederhana=1")
        desk.page.locator("#pasal-ruang_lingkup").get_by_role("link", name="Ubah").click()
        desk.fill("Isi pasal", f"Ditulis pada bentuk sederhana {len(options)}.")
        desk.press("Simpan")
        desk.told("disimpan")
        assert kept(text).pasal[2].ayat[0].text == f"Ditulis pada bentuk sederhana {len(options)}."
