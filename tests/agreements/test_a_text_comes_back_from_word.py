"""A text goes out to Word and comes back: who may send it, who takes it, and nothing is overwritten unseen."""

import pytest

from agreements.choices import ReturnState
from agreements.models import CaseEvent, WordReturn
from agreements.naskah.structure import Ayat
from agreements.services.agreement import share_naskah
from agreements.services.naskah import newest_version, save_version
from agreements.services.wording import body_of
from ksd.deadlines.models import Notice
from tests.agreements.naskah.word_files import changed, docx, p
from tests.agreements.playing import Play
from tests.agreements.table import agree_all
from tests.agreements.word_way import Way, edited, objek


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return play.draft("kb")


@pytest.fixture
def word(text) -> Way:
    return Way(text)


def test_the_file_is_handed_out_to_readers_and_to_nobody_else(text, cast, client, signed_in):
    address = f"{text.get_absolute_url()}word/"
    assert client.get(address).status_code == 302
    for reader in (cast.officer, cast.partner, cast.observer):
        answer = signed_in(reader).get(address)
        assert answer.status_code == 200
        assert (
            answer["Content-Disposition"]
            == 'attachment; filename="KB-puskesmas-perbatasan-versi-1-DRAF.docx"'
        )
    assert signed_in(cast.stranger).get(address).status_code == 404
    assert signed_in(cast.officer).get(address, {"versi": "99"}).status_code == 404
    assert signed_in(cast.officer).post(address).status_code == 405


def test_the_same_version_is_the_same_file(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    assert word.fetch(browser) == word.fetch(browser, versi="1")


def test_an_untouched_file_changes_nothing(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    answer = word.send(browser, word.fetch(browser))
    assert answer.status_code == 302
    page = browser.get(answer["Location"]).content.decode()
    assert "sama dengan versi terbaru" in page
    assert newest_version(text).number == 1
    refused = word.take(browser, 1, "pasal-objek")
    assert refused.status_code == 422


def test_a_changed_pasal_is_shown_and_becomes_a_version_when_it_is_taken(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    answer = word.send(browser, edited(word.fetch(browser)), note="Hasil rapat kedua")
    page = browser.get(answer["Location"]).content.decode()
    assert "<ins" in page
    assert "dikerjasamakan" in page
    assert "Hasil rapat kedua" in page
    assert newest_version(text).number == 1
    assert word.take(browser, 1, "pasal-objek").status_code == 302
    version = newest_version(text)
    assert version.number == 2
    assert version.note == f"Hasil Word 1 dari {cast.officer.get_full_name()}: 1 bagian diterima"
    assert objek(text)[0].text.startswith(
        "Objek yang dikerjasamakan adalah urusan pemerintahan bidang {urusan}"
    )
    row = WordReturn.objects.get()
    assert (row.state, row.accepted, row.version) == (ReturnState.ACCEPTED, ["pasal-objek"], version)
    arrows = CaseEvent.objects.filter(naskah=text).values_list("arrow", flat=True)
    assert {"naskah.word_menunggu", "naskah.word_diterima"} <= set(arrows)
    assert browser.get(row.get_absolute_url()).status_code == 200


def test_the_partner_sends_and_only_the_drafter_takes(text, cast, signed_in, word):
    partner = signed_in(cast.partner)
    address = word.send(partner, edited(word.fetch(partner)))["Location"]
    assert "Terima yang dicentang" not in partner.get(address).content.decode()
    assert word.take(partner, 1, "pasal-objek").status_code == 403
    assert partner.get(f"{address}tolak/").status_code == 403
    assert Notice.objects.filter(user=cast.officer, link=address).exists()
    officer = signed_in(cast.officer)
    assert "Terima yang dicentang" in officer.get(address).content.decode()
    assert word.take(officer, 1, "pasal-objek").status_code == 302
    assert newest_version(text).author == cast.officer


@pytest.mark.parametrize("who", ["observer", "tkksd"])
def test_who_only_reads_may_look_and_not_send(text, cast, signed_in, word, who):
    officer = signed_in(cast.officer)
    content = word.fetch(officer)
    address = word.send(officer, edited(content))["Location"]
    reader = signed_in(getattr(cast, who))
    assert reader.get(address).status_code == 200
    assert reader.get(f"{word.address}unggah/").status_code == 403
    assert word.send(reader, content).status_code == 403
    assert word.take(reader, 1, "pasal-objek").status_code == 403
    assert WordReturn.objects.count() == 1


def test_a_stranger_finds_nothing(text, cast, signed_in, word):
    officer = signed_in(cast.officer)
    address = word.send(officer, word.fetch(officer))["Location"]
    stranger = signed_in(cast.stranger)
    for place in (address, f"{address}tolak/", f"{address}berkas/", f"{word.address}unggah/"):
        assert stranger.get(place).status_code == 404
    assert word.send(stranger, docx(p("x"))).status_code == 404
    assert word.take(stranger, 1, "pasal-objek").status_code == 404


def test_a_file_is_refused_with_a_reason_and_the_text_stays(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    address = word.send(browser, edited(word.fetch(browser)))["Location"]
    assert browser.post(f"{address}tolak/", {"form_token": "a", "reason": " "}).status_code == 422
    assert (
        browser.post(f"{address}tolak/", {"form_token": "b", "reason": "Belum dirapatkan."}).status_code
        == 302
    )
    row = WordReturn.objects.get()
    assert (row.state, row.reason, newest_version(text).number) == (
        ReturnState.REFUSED,
        "Belum dirapatkan.",
        1,
    )
    assert "Belum dirapatkan." in browser.get(address).content.decode()
    again = word.take(browser, 1, "pasal-objek")
    assert again.status_code == 409
    assert "sudah diputuskan: Ditolak" in again.content.decode()
    assert browser.get(f"{address}tolak/").status_code == 409


def test_nothing_ticked_is_no_decision(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    word.send(browser, edited(word.fetch(browser)))
    answer = word.take(browser, 1)
    assert answer.status_code == 409
    assert "Belum ada bagian yang dipilih." in answer.content.decode()
    assert newest_version(text).number == 1


def test_taking_twice_makes_one_version(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    word.send(browser, edited(word.fetch(browser)))
    first = word.take(browser, 1, "pasal-objek", form_token="sekali")
    second = word.take(browser, 1, "pasal-objek", form_token="sekali", seen_number=1)
    assert first.status_code == 302
    assert second.status_code in {302, 409}
    assert newest_version(text).number == 2


def test_a_version_saved_meanwhile_is_named_and_other_parts_are_merged(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    word.send(browser, edited(word.fetch(browser)))
    body = body_of(newest_version(text))
    newer = body.__class__(("bahwa baru.",), body.bases, body.pasal, body.annexes)
    save_version(actor=cast.officer, naskah=text, body=newer, seen_number=1)
    stale = word.take(browser, 1, "pasal-objek", seen_number=1)
    assert stale.status_code == 409
    assert "sudah menyimpan versi 2" in stale.content.decode()
    assert 'name="seen_number" value="2"' in stale.content.decode()
    assert word.take(browser, 1, "pasal-objek", form_token="lagi").status_code == 302
    assert body_of(newest_version(text)).recitals == ("bahwa baru.",)
    assert objek(text)[0].text.startswith("Objek yang dikerjasamakan")


def test_a_part_changed_on_both_sides_is_never_taken_by_the_button_for_all(text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    answer = word.send(browser, changed(edited(word.fetch(browser)), ("bahwa ", "bahwasanya ")))
    body = body_of(newest_version(text))
    rows = tuple(
        row.__class__(row.clause, row.title, (Ayat("Ditulis di sini."),)) if row.clause == "objek" else row
        for row in body.pasal
    )
    save_version(
        actor=cast.officer,
        naskah=text,
        body=body.__class__(body.recitals, body.bases, rows, body.annexes),
        seen_number=1,
    )
    page = browser.get(answer["Location"]).content.decode()
    assert "sudah mengubah bagian ini pada versi 2" in page
    assert "Terima semua" not in page
    assert word.take(browser, 1, all="1").status_code == 302
    assert objek(text) == (Ayat("Ditulis di sini."),)
    assert all(text.startswith("bahwasanya") for text in body_of(newest_version(text)).recitals)


def test_a_text_being_discussed_may_be_sent_back_and_is_not_changed(text, cast, signed_in, word):
    share_naskah(actor=cast.officer, naskah=text)
    partner = signed_in(cast.partner)
    address = word.send(partner, edited(word.fetch(partner)))["Location"]
    officer = signed_in(cast.officer)
    assert "kembalikan dahulu ke penyusunan" in officer.get(address).content.decode()
    answer = word.take(officer, 1, "pasal-objek")
    assert answer.status_code == 409
    assert "naskah kini" in answer.content.decode()


def test_an_agreed_text_takes_no_file(play, text, cast, signed_in, word):
    play.agree(text)
    browser = signed_in(cast.officer)
    content = word.fetch(browser)
    assert b"PK" in content[:2]
    assert browser.get(f"{word.address}unggah/").status_code == 409
    assert word.send(browser, content).status_code == 409
    assert "Unggah hasil Word" not in browser.get(text.get_absolute_url()).content.decode()


def test_the_page_of_the_text_lists_what_came_back_at_one_cost(
    text, cast, signed_in, word, django_assert_max_num_queries
):
    browser = signed_in(cast.officer)
    content = word.fetch(browser)
    word.send(browser, content)
    with django_assert_max_num_queries(120) as first:
        browser.get(text.get_absolute_url())
        cost = len(first)
    for number in range(5):
        word.send(browser, edited(content, f"Objek nomor {number}"))
    with django_assert_max_num_queries(cost):
        page = browser.get(text.get_absolute_url()).content.decode()
    assert page.count("Hasil Word ") >= 6


def test_a_pasal_all_parties_agreed_to_is_shown_locked_and_not_offered(play, text, cast, signed_in, word):
    browser = signed_in(cast.officer)
    agree_all(play, text, "objek")
    before = objek(text)
    answer = word.send(browser, changed(edited(word.fetch(browser)), ("bahwa ", "bahwasanya ")))
    page = browser.get(answer["Location"]).content.decode()
    assert "Sudah disepakati semua pihak dan terkunci: tidak ikut diterima" in page
    assert 'value="pasal-objek"' not in page
    assert "Terima semua" not in page
    assert word.take(browser, 1, "pasal-objek").status_code == 409
    assert word.take(browser, 1, "konsiderans", form_token="lain").status_code == 302
    assert objek(text) == before
