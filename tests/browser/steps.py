"""What officers do on the pages of a cooperation, told once for every journey."""

import re

from playwright.sync_api import FilePayload, expect

from ksd.office.demo.paper import example_pdf
from tests.browser.desk import Desk

KAK = (
    "Latar belakang",
    "Maksud dan tujuan",
    "Lokasi",
    "Ruang lingkup",
    "Jangka waktu",
    "Manfaat",
    "Dampak",
    "Pembiayaan",
)


def scan(name: str) -> FilePayload:
    """A small PDF from the scanner."""
    return {"name": name, "mimeType": "application/pdf", "buffer": example_pdf(name)}


def begin_proposal(desk: Desk, title: str) -> str:
    """Begin a voluntary cooperation; the address of its page."""
    desk.open("/kerja-sama/baru/")
    desk.page.get_by_label("KSDD sukarela").check()
    desk.fill("Tentang", title)
    desk.press("Buat draf usulan")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text(title)
    return re.sub(r"usulan/data/$", "", desk.page.url)


def see_what_is_missing(desk: Desk, case: str) -> None:
    """The pre-check names every gap with its article, and does not let an empty proposal through."""
    desk.open(f"{case}usulan/periksa/")
    desk.reads("Yang masih harus dilengkapi", "Urusan pemerintahan belum dipilih.", "Permendagri 22/2020")
    expect(desk.page.get_by_role("button", name="Ajukan untuk ditelaah TKKSD")).to_be_disabled()


def write_details(desk: Desk, case: str) -> None:
    """The first step."""
    desk.open(f"{case}usulan/data/")
    desk.fill("Uraian singkat", "Melayani warga di perbatasan kedua daerah.")
    desk.fill("Lokasi", "Kecamatan Jempang")
    desk.page.get_by_label("Perangkat daerah pemrakarsa").select_option(label="Dinas Kesehatan")
    desk.page.get_by_role("checkbox", name="Kesehatan", exact=True).check()
    desk.press("Simpan dan lanjutkan")
    desk.told("Tersimpan sebagai draf.")


def invite(desk: Desk, words: str, name: str) -> None:
    """The second step: find a region and invite it."""
    desk.fill("Cari provinsi, kabupaten, atau kota", words)
    desk.press("Cari")
    desk.page.locator("li.ksd-line", has_text=name).get_by_role("button", name="Tambahkan").click()
    desk.told("Mitra ditambahkan.")
    desk.follow("Lanjutkan")


def answer(desk: Desk, choice: str) -> None:
    """The same answer to every question on the page, with a reason."""
    for question in desk.page.locator("fieldset.ksd-question").all():
        question.get_by_label(choice, exact=True).check()
        question.get_by_role("textbox").fill("Sesuai RKPD dan APBD tahun berjalan.")


def write_kak(desk: Desk) -> None:
    """The fourth step: the eight items of the KAK and an attachment."""
    desk.page.locator("li", has_text="Kerangka Acuan Kerja").get_by_role(
        "link", name="Isi", exact=True
    ).click()
    boxes = desk.page.locator("main form[enctype] [name^=isi_]")
    expect(boxes).to_have_count(len(KAK))
    for box in boxes.all():
        box.fill("Isian contoh yang lengkap untuk butir ini.")
    desk.page.locator("input[type=file]").set_input_files(scan("kak.pdf"))
    desk.press("Simpan")
    desk.told("tersimpan sebagai revisi baru")
    desk.reads("kak.pdf")


def submit_proposal(desk: Desk, case: str) -> None:
    """The last step: nothing is missing any more."""
    desk.open(f"{case}usulan/periksa/")
    desk.reads("Usulan lengkap.")
    desk.press("Ajukan untuk ditelaah TKKSD")
    desk.told("Tercatat. Sekarang:")
    desk.reads("Ditelaah TKKSD")


def propose(desk: Desk, title: str) -> str:
    """From the first line to the submission; the address of the case."""
    case = begin_proposal(desk, title)
    see_what_is_missing(desk, case)
    write_details(desk, case)
    invite(desk, "kutai barat", "Kabupaten Kutai Barat")
    answer(desk, "Ya")
    desk.press("Simpan dan lanjutkan")
    write_kak(desk)
    submit_proposal(desk, case)
    return case


def write_letter(desk: Desk, case: str, kind: str, number: str) -> None:
    """A letter with number, day and scan."""
    desk.open(f"{case}dokumen/{kind}/")
    desk.fill("Nomor surat", number)
    desk.fill("Tanggal surat", "2026-11-21")
    desk.page.locator("input[type=file]").set_input_files(scan(f"{kind}.pdf"))
    desk.press("Simpan")
    desk.told("tersimpan sebagai revisi baru")


def act(desk: Desk, case: str, label: str) -> None:
    """Take an act from the page of the case, saying yes where it cannot be taken back."""
    desk.open(case)
    desk.follow(label)
    sure = desk.page.get_by_label("Saya mengerti bahwa langkah ini tidak dapat ditarik kembali.")
    if sure.count():
        sure.check()
    desk.press(label)
    desk.told("Tercatat.")


def review(desk: Desk, case: str) -> None:
    """TKKSD finds the proposal in order on all five points."""
    desk.open(f"{case}dokumen/telaah_tkksd/")
    for choice in desk.page.locator("main form[enctype] select").all():
        choice.select_option("sesuai")
    desk.press("Simpan")
    desk.told("tersimpan sebagai revisi baru")
    act(desk, case, "Lanjutkan ke penawaran")


def draft(desk: Desk, case: str, label: str) -> str:
    """Begin a text from the clause library and send it round; its address."""
    desk.open(case)
    desk.follow(f"Susun {label}")
    desk.fill("Tempat penandatanganan", "Tenggarong")
    desk.press("Susun naskah")
    desk.told("Naskah disusun dari pustaka klausul.")
    return desk.page.url


def share(desk: Desk, text: str) -> None:
    """Send the newest version to every party."""
    desk.open(text)
    desk.follow("Bagikan")
    desk.press("Bagikan")
    desk.told("Naskah dibagikan.")


def approve(desk: Desk, text: str) -> None:
    """Agree to the version that was read."""
    desk.open(text)
    desk.follow("Setujui")
    desk.press("Setujui")
    desk.told("dicatat")


def sign(desk: Desk, text: str, number: str) -> None:
    """Record the signature of one's own party with the signed copy."""
    desk.open(text)
    desk.follow("Catat tanda tangan")
    desk.fill("Nomor naskah dari pihak ini", number)
    desk.page.locator("input[type=file]").set_input_files(scan("salinan.pdf"))
    desk.page.get_by_label("Saya mengerti bahwa langkah ini tidak dapat ditarik kembali.").check()
    desk.press("Catat tanda tangan")
    desk.told("dicatat.")
    desk.reads(number)


def name_signer_by_kuasa(desk: Desk, text: str, order: int) -> None:
    """The head of the health office signs with a surat kuasa."""
    desk.open(f"{text}penanda-tangan/{order}/")
    desk.page.get_by_label(re.compile("kuasa khusus", re.IGNORECASE)).first.check()
    picker = desk.page.get_by_label("Ambil dari daftar pejabat")
    value = picker.locator("option", has_text="Kepala Dinas Kesehatan").first.get_attribute("value")
    picker.select_option(value)
    desk.fill("Nomor surat kuasa khusus", f"188/{order}/SKK/2026")
    desk.fill("Tanggal surat kuasa", "2026-11-20")
    desk.press("Simpan")
    desk.told("disimpan.")
