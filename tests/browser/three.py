"""A PKS of three parties, one of them without accounts, and what they do at the table; told once for its journey."""

import io
import re
import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import FilePayload, Page

from agreements.models import Naskah
from ksd.core import clock
from ksd.core.uploads import DOCX_TYPE
from ksd.office.demo.player import Story
from ksd.office.demo.text_player import Player
from ksd.office.demo.word_player import edited
from tests import factories
from tests.browser.desk import Desk

STORY = Story(
    title="Jaringan Rujukan Tiga Daerah",
    kind="ksdd_sukarela",
    initiator="64.01",
    partners=["64.09", "35"],
    urusan=["kesehatan"],
    location="Kecamatan Long Kali",
    summary="merujuk pasien di antara ketiga daerah",
    steps=[
        ["begin", 60],
        ["complete", 58],
        ["take:ajukan_telaah", 50],
        ["take:lanjutkan", 45],
        ["take:kirim_penawaran", 40],
        ["take:catat_penerimaan", 36],
        ["take:terima", 30],
        ["record:terima", 30],
        ["draft:kb", 25],
        ["share", 24],
        ["approve", 23],
        ["sign", 22],
        ["dprd:tidak", 20],
        ["draft:pks|Rujukan Pasien Gawat Darurat|Dinas Kesehatan", 10],
    ],
)


class Scene(Player):
    """A story in which the keeper records the answer of a party without accounts."""

    def do_record(self, code: str) -> None:
        """Take an act for the party that cannot."""
        self.act(code, self.officer(), self.case.pack.arrow(code).documents)


def three_parties() -> Naskah:
    """The PKS as its drafters begin it."""
    with clock.frozen(factories.TODAY):
        scene = Scene(STORY, 900)
        scene.play(clock.today())
        return scene.case.naskah.get(kind="pks")


def speak(desk: Desk, stance: str, *, text: str = "", remark: str = "") -> None:
    """Say the word of one's party on the Pasal of the page."""
    form = desk.page.locator("#posisi form")
    form.get_by_label(stance, exact=True).check()
    if text:
        form.get_by_label("Isi pasal yang diusulkan").fill(text)
    if remark:
        form.get_by_label("Catatan atau alasan").fill(remark)
    desk.press("Kirim posisi")
    desk.told("semua pihak")


def invite_guest(desk: Desk, text: Naskah) -> str:
    """Make a link for the party without accounts; its address stands on that page only."""
    desk.open(f"{text.get_absolute_url()}pembahasan/")
    desk.follow("Tautan tamu")
    desk.fill("Untuk siapa", "Kepala Dinas Kesehatan (contoh)")
    desk.press("Buat tautan")
    found = re.search(r"https?://\S+/tamu/[\w-]{30,}/", desk.page.locator(".ksd-guest-address").inner_text())
    assert found
    return found[0]


def through_word(page: Page, old: str, new: str, remark: str, folder: Path) -> FilePayload:
    """The file somebody downloaded, changed in Word and, where there is one, saved by another office program."""
    with page.expect_download() as download:
        page.locator("#word").get_by_role("link", name="Unduh Word").click()
    content = edited(Path(download.value.path()).read_bytes(), old, new, remark)
    office = shutil.which("soffice")
    if office:
        content = _saved_by(office, content, folder)
    return {"name": "hasil-pembahasan.docx", "mimeType": DOCX_TYPE, "buffer": content}


def _saved_by(office: str, content: bytes, folder: Path) -> bytes:
    """DOCX to ODT and back: styles and marks must survive another program."""
    step = folder / "naskah.docx"
    step.write_bytes(content)
    for kind, out in (("odt", folder), ("docx:MS Word 2007 XML", folder / "kembali")):
        command = [office, "--headless", f"-env:UserInstallation={(folder / 'profil').as_uri()}"]
        command += ["--convert-to", kind, "--outdir", str(out), str(step)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        step = folder / "naskah.odt"
    return (folder / "kembali" / "naskah.docx").read_bytes()


def words_printed(content: bytes) -> str:
    """All that is printed, on one line."""
    from pypdf import PdfReader

    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages)
