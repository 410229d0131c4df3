"""The page of a text: who may see it, what it says, and how much it costs."""

import pytest

from agreements.naskah.structure import from_json, to_json
from agreements.services.agreement import approve_naskah, share_naskah
from tests.agreements.playing import Play


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return play.draft("kb")


def test_a_stranger_and_an_anonymous_visitor_find_no_text(text, cast, client, signed_in):
    assert client.get(text.get_absolute_url()).status_code == 302
    assert signed_in(cast.stranger).get(text.get_absolute_url()).status_code == 404
    assert signed_in(cast.nobody).get(text.get_absolute_url()).status_code == 404


def test_the_page_says_what_it_is_where_it_stands_and_whose_turn_it_is(text, cast, signed_in):
    page = signed_in(cast.officer).get(text.get_absolute_url())
    assert page.status_code == 200
    body = page.content.decode()
    assert "Kesepakatan Bersama" in body
    assert "Giliran:" in body
    assert "Kabupaten Kutai Kartanegara" in body
    assert "PIHAK KEDUA" in body
    assert "Pasal 1<br>MAKSUD DAN TUJUAN" in body


def test_the_drafter_may_edit_and_the_partner_only_reads(text, cast, signed_in):
    address = f"{text.get_absolute_url()}sunting/"
    assert address in signed_in(cast.officer).get(text.get_absolute_url()).content.decode()
    assert address not in signed_in(cast.partner).get(text.get_absolute_url()).content.decode()
    assert signed_in(cast.partner).get(address).status_code == 403
    assert signed_in(cast.observer).get(address).status_code == 403
    assert signed_in(cast.stranger).get(address).status_code == 404


def test_a_text_that_may_not_be_shared_yet_says_why_beside_its_button(play, cast, signed_in):
    play.to("uji_dprd")
    text = play.draft("pks")
    share, browser = f"{text.get_absolute_url()}bagikan/", signed_in(cast.officer)
    body = browser.get(text.get_absolute_url()).content.decode()
    assert share not in body
    assert "belum dapat diproses pada tahap" in body
    refused = browser.get(share)
    assert refused.status_code == 409
    assert "belum dapat diproses pada tahap" in refused.content.decode()
    assert "belum dapat diproses" not in signed_in(cast.partner).get(text.get_absolute_url()).content.decode()


def test_who_approved_which_version_is_shown_to_both_sides(text, play, cast, signed_in):
    share_naskah(actor=cast.officer, naskah=text)
    first = play.parties()[0]
    approve_naskah(actor=cast.officer, naskah=text, party=first, seen_number=1, note="Sesuai hasil rapat.")
    for reader in (cast.officer, cast.partner, cast.biro):
        body = signed_in(reader).get(text.get_absolute_url()).content.decode()
        assert cast.officer.get_full_name() in body
        assert "Petugas kerja sama" in body or "Kabupaten Kutai Kartanegara" in body
        assert "Sesuai hasil rapat." in body


def test_the_page_costs_the_same_for_one_version_and_for_twenty(
    text, cast, signed_in, django_assert_max_num_queries
):
    browser = signed_in(cast.officer)
    browser.get(text.get_absolute_url())
    with django_assert_max_num_queries(60) as few:
        browser.get(text.get_absolute_url())
    newest = text.versions.first()
    for number in range(2, 21):
        text.versions.create(number=number, body=newest.body, sha256=newest.sha256, author=cast.officer)
    with django_assert_max_num_queries(len(few)):
        browser.get(text.get_absolute_url())


def test_an_older_version_can_be_read_but_not_changed(text, cast, signed_in):
    newest = text.versions.first()
    changed = to_json(from_json(newest.body))
    changed["recitals"] = ["bahwa ini versi kedua."]
    text.versions.create(number=2, body=changed, sha256="2" * 64, author=cast.officer)
    old = signed_in(cast.partner).get(f"{text.get_absolute_url()}versi/1/")
    assert old.status_code == 200
    assert "bahwa ini versi kedua." not in old.content.decode()
    assert "sunting/bagian" not in old.content.decode()
    assert signed_in(cast.partner).get(f"{text.get_absolute_url()}versi/9/").status_code == 404


def test_a_text_begins_only_once_the_case_has_come_so_far(play, cast, signed_in):
    case = play.to("menunggu_tanggapan")
    page = signed_in(cast.officer).get(f"{case.get_absolute_url()}naskah/baru/kb/")
    sent = {"form_token": "a1", "title": "Uji", "years": "5", "place": ""}
    refused = signed_in(cast.officer).post(f"{case.get_absolute_url()}naskah/baru/kb/", sent)
    assert page.status_code == 200
    assert refused.status_code == 409
    assert "belum dapat disusun pada tahap" in refused.content.decode()
    assert "Uji" in refused.content.decode()


def test_a_kb_of_six_years_is_refused_with_its_article(play, cast, signed_in):
    case = play.to("penyusunan_kb")
    sent = {"form_token": "a2", "title": "Uji", "years": "6", "place": ""}
    refused = signed_in(cast.officer).post(f"{case.get_absolute_url()}naskah/baru/kb/", sent)
    assert refused.status_code == 409
    assert "paling lama 5 tahun" in refused.content.decode()
    assert "Pasal 9 ayat (3)" in refused.content.decode()


def test_a_form_sent_twice_begins_one_text(play, cast, signed_in):
    case = play.to("penyusunan_kb")
    sent = {"form_token": "a3", "title": "Uji", "years": "5", "place": "Samarinda"}
    browser = signed_in(cast.officer)
    first = browser.post(f"{case.get_absolute_url()}naskah/baru/kb/", sent)
    second = browser.post(f"{case.get_absolute_url()}naskah/baru/kb/", sent)
    assert first["Location"] == second["Location"]
    assert case.naskah.count() == 1


def test_the_print_preview_needs_no_inline_style(text, cast, signed_in):
    page = signed_in(cast.partner).get(f"{text.get_absolute_url()}cetak/")
    body = page.content.decode()
    assert page.status_code == 200
    assert "<style" not in body
    assert "ksd-static:" not in body
    assert "DRAF" in body
