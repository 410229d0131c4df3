"""The record of a negotiation, and where its table leads people to."""

import re

import pytest

from agreements.choices.negotiation import Stance
from agreements.documents.letters import letter_docx, letter_html
from agreements.documents.negotiation_minutes import negotiation_minutes
from agreements.models import Naskah
from agreements.services.naskah import newest_version
from agreements.services.wording import body_of
from agreements.views.negotiation_page import discussed, table_page
from tests.agreements.playing import Play
from tests.agreements.table import CLAUSE, agree_all, say

NEW = "Ruang lingkupnya adalah rujukan pasien."


@pytest.fixture
def text(play: Play) -> Naskah:
    play.to("penyusunan_kb")
    return play.draft("kb")


def own(play: Play):
    return play.parties()[0]


def theirs(play: Play):
    return play.parties()[1]


def table(text: Naskah, more: str = "") -> str:
    return f"{text.get_absolute_url()}pembahasan/{more}"


def test_the_record_prints_every_word_and_the_result(text, play, cast, signed_in):
    agree_all(play, text, body_of(newest_version(text)).pasal[1].clause)
    say(cast.partner, text, theirs(play), Stance.PROPOSE, wording=NEW, remark="Lebih jelas.")
    say(cast.officer, text, own(play), Stance.AGREE)
    other = body_of(newest_version(text)).pasal[0].clause
    say(cast.officer, text, own(play), Stance.OBJECT, remark="Belum.", clause=other)
    page = table_page(text)
    letter = negotiation_minutes(text, page.version, discussed(page), len(page.rows), play.home)
    html = letter_html(letter)
    for words in (NEW, "Lebih jelas.", "disepakati semua pihak pada", "masih dibahas; giliran", "Belum."):
        assert words in html
    assert "{" not in html.partition("</style>")[2]
    assert letter_docx(letter).startswith(b"PK")
    assert signed_in(cast.partner).post(table(text, "berita-acara/")).status_code == 302
    assert signed_in(cast.stranger).post(table(text, "berita-acara/")).status_code == 404


def test_the_record_says_what_a_counter_proposal_changes_and_that_the_whole_was_approved(text, play, cast):
    say(cast.partner, text, theirs(play), Stance.PROPOSE, wording=NEW)
    say(cast.officer, text, own(play), Stance.PROPOSE, wording="Ruang lingkupnya adalah rujukan ibu hamil.")
    text = play.agree(text)
    page = table_page(text)
    html = letter_html(negotiation_minutes(text, page.version, discussed(page), len(page.rows), play.home))
    assert "Terhadap usul sebelumnya, menjadi: Ruang lingkupnya adalah rujukan ibu hamil." in html
    assert f"menggantikan: {NEW}" in html
    assert "seluruh naskah disetujui semua pihak (versi 1), 1 pasal dibahas tersendiri" in html


def test_the_reader_is_led_on_to_the_next_pasal_that_waits(text, play, cast, signed_in):
    browser = signed_in(cast.officer)
    assert "Menunggu Anda juga: Pasal 4" in browser.get(table(text, f"pasal/{CLAUSE}/")).content.decode()
    for entry in body_of(newest_version(text)).pasal:
        agree_all(play, text, entry.clause)
    page = browser.get(table(text, f"pasal/{CLAUSE}/")).content.decode()
    assert "Menunggu Anda juga" not in page
    assert "Semua pasal disepakati. Langkah berikutnya" in browser.get(table(text)).content.decode()


def test_the_table_of_an_agreed_text_calls_no_pasal_open(text, play, cast, signed_in):
    play.agree(text)
    page = signed_in(cast.partner).get(table(text)).content.decode()
    assert "sudah disetujui seutuhnya oleh semua pihak" in page
    for words in ("Masih dibahas", "belum menyatakan", "menunggu Anda"):
        assert words not in page


def test_every_box_of_the_page_is_named_by_its_own_label(text, cast, signed_in):
    page = signed_in(cast.officer).get(table(text, f"pasal/{CLAUSE}/")).content.decode()
    ids = re.findall(r'<(?:input|select|textarea)[^>]* id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) > 4
    assert 'for="komentar_text"' in page
