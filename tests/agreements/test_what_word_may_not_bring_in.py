"""Drafts from outside, bad files, unknown tokens and lost Pasal: shown, refused with a reason, never let in unseen."""

import pytest

from agreements.models import WordReturn
from agreements.services.naskah import newest_version
from agreements.services.wording import body_of
from ksd.core.models import StoredFile
from tests.agreements.naskah.word_files import changed, docx, p, paragraph_of
from tests.agreements.playing import Play
from tests.agreements.word_way import FOREIGN, Way, edited, objek


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return play.draft("kb")


@pytest.fixture
def word(text) -> Way:
    return Way(text)


def test_a_pasal_the_law_requires_cannot_be_taken_out_through_word(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    content = word.fetch(browser)
    marks = [f"_{depth}_objek" for depth in ("0",)]
    pairs = [(paragraph_of(f'_ksd_p{n}{mark}"'), "") for n in range(len(objek(text)) + 1) for mark in marks]
    word.send(browser, changed(content, *pairs))
    answer = word.take(browser, 1, "pasal-objek")
    assert answer.status_code == 409
    assert "wajib dimuat dalam Kesepakatan Bersama" in answer.content.decode()
    assert "Pasal 40" in answer.content.decode()
    assert newest_version(text).number == 1


def test_a_token_nobody_knows_is_refused_when_it_is_taken(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    word.send(
        browser,
        edited(word.fetch(browser), "Objek {sandi.admin} {{ 7*7 }} &lt;script&gt;alert(1)&lt;/script&gt;"),
    )
    page = browser.get(f"{word.address}1/").content.decode()
    assert "<script>alert" not in page
    assert "Isian {sandi.admin} tidak dikenal." in page
    answer = word.take(browser, 1, "pasal-objek")
    assert answer.status_code == 409
    assert "Isian otomatis tidak dikenal" in answer.content.decode()


def test_a_foreign_draft_is_recognised_checked_and_taken_pasal_by_pasal(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    answer = word.send(browser, docx(FOREIGN))
    page = browser.get(answer["Location"]).content.decode()
    assert "Draf dari luar" in page
    assert "Pasal yang dikenali" in page
    assert "KERAHASIAAN" in page
    assert "Pemeriksaan naskah bila yang dicentang diterima" in page
    assert "AIR MINUM" in page
    assert 'value="pasal-objek" checked' in page
    assert 'value="pasal-maksud_tujuan"' not in page
    assert "Wajib dimuat, sehingga tetap ada dalam naskah." in page
    assert "Terima semua" not in page
    assert "Demikian kesepakatan ini dibuat" in page
    assert word.take(browser, 1, "pasal-objek", "pasal-kerahasiaan").status_code == 302
    codes = [row.clause for row in body_of(newest_version(text)).pasal]
    assert codes.index("kerahasiaan") == codes.index("objek") + 1
    assert "maksud_tujuan" in codes
    assert WordReturn.objects.get().foreign


def test_the_button_for_all_of_a_foreign_draft_takes_nothing_away(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    before = body_of(newest_version(text))
    word.send(browser, docx(FOREIGN))
    assert word.take(browser, 1, all="1").status_code == 302
    after = body_of(newest_version(text))
    assert {row.clause for row in before.pasal} <= {row.clause for row in after.pasal}
    assert (after.recitals, after.bases) == (before.recitals, before.bases)


def test_a_file_of_another_text_is_read_as_a_draft_from_outside(text, cast, signed_in, word, play):
    browser = signed_in(cast.officer)
    other = changed(word.fetch(browser), (text.public_id, "naskahlainlain01"), part="docProps/custom.xml")
    other = changed(other, (rf"_ksd_v\d+_0_{text.public_id}", "_ksd_v1_0_naskahlainlain01"))
    word.send(browser, edited(other))
    row = WordReturn.objects.get()
    assert row.foreign
    assert row.compared_with == newest_version(text)


def test_a_file_without_any_pasal_changes_nothing(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    answer = word.send(browser, docx(p("Yth. Bapak Bupati") + p("Dengan hormat, terlampir.")))
    page = browser.get(answer["Location"]).content.decode()
    assert "Tidak ada satu Pasal pun yang dikenali" in page
    assert word.take(browser, 1, "konsiderans").status_code == 422
    assert newest_version(text).number == 1


REFUSED = {
    "hasil.docm": (docx(p("x")), "memuat makro"),
    "hasil.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "kata sandi",
    ),
    "lama.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument", "format Word lama"),
    "rusak.docx": (docx(p("x"))[:300], "rusak"),
    "hasil.pdf": (b"%PDF-1.7", "tidak diterima"),
    "teks.docx": (b"halo", "bukan DOCX"),
    "panjang.docx": (docx(p("a" * 6_001)), "paling banyak 6.000 huruf"),
    "entitas.docx": (
        docx(parts={"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "entitas XML",
    ),
    "kosong.docx": (b"", "kosong"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_is_refused_at_its_field_and_kept_nowhere(text, cast, signed_in, word, name):
    content, words = REFUSED[name]
    before = StoredFile.objects.count()
    answer = word.send(signed_in(cast.officer), content, name, note="Catatan saya")
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "Catatan saya" in answer.content.decode()
    assert (WordReturn.objects.count(), StoredFile.objects.count()) == (0, before)


def test_the_file_is_kept_as_it_came_for_download_only(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    content = edited(word.fetch(browser))
    address = word.send(browser, content, "../../hasil <b>.docx")["Location"]
    answer = browser.get(f"{address}berkas/")
    assert b"".join(answer.streaming_content) == content
    assert answer["Content-Disposition"].startswith("attachment")
