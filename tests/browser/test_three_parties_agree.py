"""Two officers and a guest negotiate a PKS at the table and through Word, until it is agreed and printed."""

from pathlib import Path

from playwright.sync_api import expect

from agreements.models import Naskah
from agreements.naskah.plain import print_ayat
from agreements.services.naskah import newest_version
from agreements.services.wording import body_of
from ksd.core.jobs import run_job
from ksd.core.models import Job
from tests.browser.three import invite_guest, speak, three_parties, through_word, words_printed

PERIOD = "Pasien diterima paling lambat 30 (dua puluh) menit sesudah rujukan disampaikan."
SOONER = "Pasien diterima paling lambat 20 (dua puluh) menit sesudah rujukan disampaikan."


def test_two_officers_and_a_guest_agree_to_a_pks_through_the_table_and_word(seat, tmp_path):
    text = three_parties()
    home = text.get_absolute_url()
    table = f"{home}pembahasan/"
    officer, partner, guest = seat("petugas.paser"), seat("petugas.ppu"), seat(width=390)

    officer.open(f"{table}pasal/ruang_lingkup/")
    speak(officer, "Usul perubahan", text=SOONER, remark="Waktu tanggap perlu disebut.")
    guest.open(invite_guest(officer, text))
    guest.reads("Meja pembahasan", "pasal menunggu Anda")
    assert guest.fits() == []
    guest.page.get_by_role("link", name="RUANG LINGKUP").click()
    guest.reads("Waktu tanggap perlu disebut.")
    wider = f"(1) {SOONER}\n(2) Biaya rujukan ditanggung daerah asal pasien."
    speak(guest, "Usul perubahan", text=wider, remark="Biayanya juga.")
    guest.fill("Komentar untuk semua pihak", "Mohon tarifnya dilampirkan.")
    guest.press("Kirim komentar")
    guest.reads("Mohon tarifnya dilampirkan.")
    partner.open(table)
    partner.page.get_by_role("link", name="RUANG LINGKUP").click()
    partner.reads("Biayanya juga.", "Mohon tarifnya dilampirkan.")
    speak(partner, "Setuju")
    partner.reads("Menunggu Anda juga: Pasal")
    officer.open(f"{table}pasal/ruang_lingkup/")
    speak(officer, "Setuju")
    officer.reads("Disepakati semua pihak", "Rumusannya terkunci")
    assert "(2) Biaya rujukan" in print_ayat(
        next(row for row in body_of(newest_version(text)).pasal if row.clause == "ruang_lingkup").ayat
    )

    partner.open(home)
    paper = through_word(
        partner.page, "musyawarah", "musyawarah paling lama 7 (enam) hari", "Batasi?", tmp_path
    )
    partner.follow("Unggah hasil Word")
    partner.page.locator("input[type=file]").set_input_files(paper)
    partner.press("Unggah dan bandingkan")
    partner.reads("1 bagian berbeda", "7 (enam) hari", "Batasi?")
    officer.open(partner.page.url)
    officer.press("Terima yang dicentang")
    officer.reads("wajib diperbaiki", "7 (tujuh)")
    officer.page.locator("#temuan").get_by_role("button", name="Perbaiki otomatis").first.click()
    officer.reads("musyawarah paling lama 7 (tujuh) hari")

    officer.follow("Bagikan")
    officer.press("Bagikan")
    officer.told("Naskah dibagikan.")
    guest.open("/kerja-sama/tamu/meja/")
    guest.reads("pembahasan per pasal hanya berlangsung selama naskah disusun")
    for desk, times in ((partner, 1), (officer, 2)):
        desk.open(home)
        for _party in range(times):
            desk.page.locator("main").get_by_role("link", name="etuju").first.click()
            desk.press("Setujui")
            desk.told("dicatat")
    officer.reads("Isi naskah sudah dikunci")
    assert Naskah.objects.get(pk=text.pk).agreed_version

    officer.press("Buat PDF")
    officer.told("PDF sedang dibuat.")
    assert run_job(Job.objects.latest("pk").pk)
    expect(officer.page.locator("#tugas")).to_contain_text("Selesai.")
    officer.follow("Lihat hasilnya")
    with officer.page.expect_download() as download:
        officer.page.locator("#berkas").get_by_role("link", name="Unduh", exact=True).first.click()
    printed = words_printed(Path(download.value.path()).read_bytes())
    for words in (
        "PERJANJIAN KERJA SAMA ANTARA",
        SOONER,
        "7 (tujuh) hari",
        "Surat Kuasa Khusus",
        "PIHAK KETIGA",
    ):
        assert words in printed
    assert "DRAF" not in printed
