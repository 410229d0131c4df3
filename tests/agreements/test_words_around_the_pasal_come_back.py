"""Title and sentences changed in Word are taken like a Pasal; names, numbers and days are changed where their data is."""

import pytest

from agreements.documents.gather import frame_of
from agreements.documents.printed import sheet_of
from agreements.models import Naskah, WordReturn
from agreements.services.agreement import share_naskah
from agreements.services.naskah import newest_version
from agreements.services.naskah_rules import findings_of
from agreements.services.sentences import save_frame
from tests.agreements.naskah.word_files import changed, docx, paragraph_of
from tests.agreements.playing import Play
from tests.agreements.word_way import FOREIGN, Way

OLD_TITLE, NEW_TITLE = "PUSKESMAS PERBATASAN<", "LAYANAN PUSKESMAS DI PERBATASAN<"
FORCE = ("mempunyai kekuatan hukum yang sama", "berkekuatan hukum sama")


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return play.draft("kb")


@pytest.fixture
def word(text) -> Way:
    return Way(text)


@pytest.fixture
def officer(cast, signed_in):
    return signed_in(cast.officer)


def again(text: Naskah) -> Naskah:
    return Naskah.objects.select_related("case").get(pk=text.pk)


def printed(text: Naskah):
    fresh = again(text)
    return sheet_of(fresh, newest_version(fresh))


def came_back(word: Way, browser, *pairs: tuple[str, str]) -> str:
    """The page of a file after somebody edited it."""
    answer = word.send(browser, changed(word.fetch(browser), *pairs))
    assert answer.status_code == 302
    return str(browser.get(answer["Location"]).content.decode())


def test_a_title_changed_in_word_is_offered_and_becomes_the_title(text, officer, word):
    page = came_back(word, officer, (OLD_TITLE, NEW_TITLE))
    assert 'value="judul" checked' in page
    assert 'id="dari-data"' not in page
    assert again(text).title == "Puskesmas Perbatasan"
    assert word.take(officer, 1, "judul").status_code == 302
    assert again(text).title == "Layanan Puskesmas di Perbatasan"
    assert newest_version(text).number == 2
    assert printed(text).title[-1] == "LAYANAN PUSKESMAS DI PERBATASAN"
    assert WordReturn.objects.get().accepted == ["judul"]


def test_a_closing_sentence_worded_otherwise_is_taken_with_its_data_still_filled(text, officer, word):
    page = came_back(word, officer, FORCE)
    assert 'value="kalimat-penutup-1" checked' in page
    assert "Penutup" in page
    assert word.take(officer, 1, "kalimat-penutup-1").status_code == 302
    fresh = again(text)
    assert "berkekuatan hukum sama" in frame_of(fresh).closing[0]
    assert "{rangkap}" in frame_of(fresh).closing[0]
    save_frame(
        actor=word.text.created_by, naskah=fresh, title=fresh.title, years=2, place="Sendawar", originals=3
    )
    assert "berkekuatan hukum sama" in printed(text).closing[0]
    assert "rangkap 3 (tiga) asli" in printed(text).closing[0]
    # A file of the version before it still says what it said.
    first = text.versions.get(number=1)
    assert "mempunyai kekuatan hukum yang sama" in sheet_of(again(text), first).closing[0]


def test_a_sentence_not_ticked_stays_as_it_is(text, officer, word):
    came_back(word, officer, FORCE, (OLD_TITLE, NEW_TITLE))
    assert word.take(officer, 1, "judul").status_code == 302
    assert again(text).sentences == {}


def test_the_common_sentences_come_back_at_a_tick(text, officer, word):
    address = f"{text.get_absolute_url()}sunting/data/"
    assert "Kembalikan kalimat baku" not in officer.get(address).content.decode()
    came_back(word, officer, FORCE)
    word.take(officer, 1, "kalimat-penutup-1")
    page = officer.get(address).content.decode()
    assert "Diubah lewat Word: Penutup." in page
    sent = {"title": text.title, "years": 3, "place": "", "originals": 2, "form_token": "baku"}
    assert officer.post(address, sent | {"standard": "on"}).status_code == 302
    assert again(text).sentences == {}
    assert "mempunyai kekuatan hukum yang sama" in printed(text).closing[0]


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        (("NOMOR : [^<]*<", "NOMOR : 1/2026<"), ("Nomor diisi setiap pihak saat menandatangani.", "#pihak")),
        (
            ("bertempat di [^,]*,", "bertempat di Kota Lain,"),
            ("tempatnya dari data naskah.", "sunting/data/"),
        ),
        (
            (">PEMERINTAH KABUPATEN KUTAI KARTANEGARA<", ">PEMERINTAH LAIN<"),
            ("data daerah atau mitra", "/kerja-sama/"),
        ),
        (("bertindak untuk dan atas nama", "mewakili"), ("dari data penanda tangan", "#pihak")),
        (("KESEPAKATAN BERSAMA<", "NOTA<"), ("ditetapkan paket hukum", "")),
        (("rangkap 2 \\(dua\\) asli", "rangkap 9 asli"), ("termasuk kata dari data", "sunting/data/")),
        ((paragraph_of("Demikian Kesepakatan Bersama"), ""), ("Kalimat ini selalu ada", "sunting/data/")),
        ((OLD_TITLE, f"{'A' * 300}<"), ("Judul paling panjang 250 huruf.", "sunting/data/")),
        ((OLD_TITLE, "<"), ("Naskah harus berjudul.", "sunting/data/")),
    ],
    ids=[
        "number",
        "place",
        "party",
        "signer",
        "kind",
        "data in a sentence",
        "gone",
        "long title",
        "no title",
    ],
)
def test_what_is_data_is_refused_beside_the_place_where_it_is_changed(pair, told, text, officer, word):
    page = came_back(word, officer, pair)
    beside = page[page.index('id="dari-data"') :]
    assert all(words in beside for words in told)
    assert 'value="judul"' not in page
    assert "kalimat-" not in page
    assert newest_version(text).number == 1


def test_who_may_not_write_sees_why_and_no_way_to_the_data(text, cast, signed_in, word):
    partner = signed_in(cast.partner)
    page = came_back(word, partner, ("bertempat di [^,]*,", "bertempat di Kota Lain,"))
    assert "tempatnya dari data naskah." in page
    assert "sunting/data/" not in page


def test_a_title_changed_here_meanwhile_is_a_conflict(text, cast, officer, word):
    content = word.fetch(officer)
    save_frame(actor=cast.officer, naskah=text, title="Judul di sini", years=3, place="", originals=2)
    answer = word.send(officer, changed(content, (OLD_TITLE, NEW_TITLE)))
    page = officer.get(answer["Location"]).content.decode()
    assert 'value="judul" checked' not in page
    assert (
        "sudah mengubah bagian ini pada versi 2" in page or "sudah berubah sesudah berkasnya diunduh" in page
    )
    assert word.take(officer, 1, all="1").status_code == 409
    assert again(text).title == "Judul di sini"
    assert word.take(officer, 1, "judul", form_token="lagi").status_code == 302
    assert again(text).title == "Layanan Puskesmas di Perbatasan"


def test_an_untouched_file_after_the_title_changed_here_offers_nothing(text, cast, officer, word):
    content = word.fetch(officer)
    save_frame(actor=cast.officer, naskah=text, title="Judul di sini", years=3, place="", originals=2)
    answer = word.send(officer, content)
    page = officer.get(answer["Location"]).content.decode()
    assert "sama dengan versi terbaru" in page
    assert 'id="dari-data"' not in page


def test_the_law_check_reads_a_sentence_that_was_worded_otherwise(text, officer, word):
    page = came_back(word, officer, (" bermeterai cukup,", ""))
    assert "Penutup belum menyebut meterai." in page
    word.take(officer, 1, "kalimat-penutup-1")
    codes = {row.code for row in findings_of(again(text), newest_version(text))}
    assert "stamp_missing" in codes


@pytest.mark.parametrize(
    "title", ["A" * 300, "{judul} {rahasia}", "&lt;script&gt;alert(1)&lt;/script&gt;", "\u202e"]
)
def test_a_hostile_title_does_no_harm(title, text, officer, word):
    page = came_back(word, officer, (OLD_TITLE, f"{title}<"))
    assert "<script>alert" not in page
    answer = word.take(officer, 1, "judul")
    assert answer.status_code in {302, 422}
    assert officer.get(text.get_absolute_url()).status_code == 200
    assert officer.get(f"{text.get_absolute_url()}cetak/").status_code == 200
    assert again(text).title


@pytest.mark.parametrize("typed", ["{judul}", "{tidak_dikenal}", "{{ settings }}", "{lampiran:1}"])
def test_a_token_typed_into_a_sentence_is_not_taken(typed, text, officer, word):
    page = came_back(word, officer, ("terlebih dahulu menerangkan", f"{typed} menerangkan"))
    assert "kalimat-definisi" not in page
    assert "termasuk kata dari data" in page


def test_a_mark_of_the_frame_from_elsewhere_is_shown(text, officer, word):
    page = came_back(word, officer, ('w:name="_ksd_f1_0_"', 'w:name="_ksd_f99_0_"'))
    assert "Baris ini dirangkai dari data." in page


def test_the_title_of_a_draft_from_outside_is_offered_too(text, officer, word):
    answer = word.send(officer, docx(FOREIGN))
    assert 'value="judul" checked' in officer.get(answer["Location"]).content.decode()
    assert word.take(officer, 1, "judul").status_code == 302
    assert again(text).title == "Air Minum"


def test_a_text_being_discussed_keeps_its_sentences(text, cast, officer, word):
    share_naskah(actor=cast.officer, naskah=text)
    came_back(word, officer, (OLD_TITLE, NEW_TITLE))
    assert word.take(officer, 1, "judul").status_code == 409
    assert again(text).title == "Puskesmas Perbatasan"
