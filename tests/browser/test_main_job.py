"""The main job through the browser: from a proposal of a kabupaten to the reminder in its inbox."""

import io
from datetime import timedelta

from playwright.sync_api import expect
from pypdf import PdfReader

from agreements.models import Case, Naskah
from ksd.core.jobs import run_job
from ksd.core.models import Job
from ksd.deadlines.notices import sweep_reminders
from tests.browser import steps
from tests.browser.desk import Desk

TITLE = "Puskesmas Rujukan Perbatasan Jempang"
KB, PKS = "Kesepakatan Bersama", "Perjanjian Kerja Sama"


def print_text(desk: Desk, text: str, button: str) -> PdfReader:
    """Ask for the PDF, let the worker make it while the page looks on, and fetch it."""
    desk.open(text)
    desk.press(button)
    desk.told("PDF sedang dibuat.")
    expect(desk.page.locator("#tugas [role=status]")).to_contain_text("Menunggu giliran")
    assert run_job(Job.objects.latest("pk").pk)
    expect(desk.page.locator("#tugas")).to_contain_text("Selesai.")
    desk.follow("Lihat hasilnya")
    with desk.page.expect_download() as download:
        desk.page.locator("#berkas").get_by_role("link", name="Unduh", exact=True).first.click()
    return PdfReader(io.BytesIO(download.value.path().read_bytes()))


def words_of(pdf: PdfReader) -> str:
    """All that is printed, on one line."""
    return " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)


def test_a_cooperation_goes_from_proposal_to_reminder(seat):
    officer, tkksd, partner, biro = map(seat, ("petugas.kukar", "tkksd.kukar", "petugas.kubar", "biro"))
    case = steps.propose(officer, TITLE)
    steps.review(tkksd, case)
    steps.write_letter(officer, case, "surat_penawaran", "100/1/PENAWARAN/2026")
    steps.act(officer, case, "Kirim surat penawaran")

    partner.open("/pekerjaan/")
    partner.reads(TITLE)
    steps.act(partner, case, "Catat penerimaan surat penawaran")
    partner.reads("21 Desember 2026", "tinggal 30 hari")
    steps.write_letter(partner, case, "surat_tanggapan", "100/2/TANGGAPAN/2026")
    steps.act(partner, case, "Terima penawaran")

    text = steps.draft(officer, case, KB)
    draft_print = words_of(print_text(officer, text, "Buat PDF draf"))
    assert "KESEPAKATAN BERSAMA" in draft_print
    assert "DRAF" in draft_print
    steps.share(officer, text)
    steps.approve(officer, text)
    steps.approve(partner, text)
    steps.sign(officer, text, "100/11/KB/2026")
    steps.sign(partner, text, "100/12/KB/2026")
    pdf = print_text(officer, text, "Buat PDF")
    printed = words_of(pdf)
    for words in (
        TITLE.upper(),
        "100/11/KB/2026",
        "100/12/KB/2026",
        "dua puluh satu",
        "Pasal 1",
        "PIHAK KEDUA",
    ):
        assert words in printed
    assert "DRAF" not in printed
    assert f"Halaman 1 dari {len(pdf.pages)}" in printed

    for desk in (officer, partner):
        desk.open(case)
        desk.page.get_by_role("link", name="Jawab pertanyaan DPRD").first.click()
        steps.answer(desk, "Tidak")
        desk.press("Simpan jawaban")
    partner.told("Persetujuan DPRD Kabupaten Kutai Barat tidak diperlukan")

    agreement = steps.draft(officer, case, PKS)
    steps.name_signer_by_kuasa(officer, agreement, 1)
    steps.name_signer_by_kuasa(partner, agreement, 2)
    steps.share(officer, agreement)
    steps.approve(partner, agreement)
    steps.approve(officer, agreement)
    steps.sign(partner, agreement, "100/22/PKS/2026")
    steps.sign(officer, agreement, "100/21/PKS/2026")
    officer.reads("Berlaku")
    for desk in (officer, biro):
        desk.open(case)
        desk.reads("Dilaksanakan", "100/22/PKS/2026")
    assert Case.objects.get(title=TITLE).state == "pelaksanaan"

    in_force = Naskah.objects.get(case__title=TITLE, kind="pks")
    assert in_force.ends_on
    sweep_reminders(today=in_force.ends_on - timedelta(days=30))
    officer.open("/")
    officer.page.get_by_role("link", name="Pemberitahuan").click()
    officer.reads(f"Perjanjian Kerja Sama berakhir: {TITLE}", "tinggal 30 hari")
