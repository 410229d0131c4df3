"""The clause library: what is in it, who may change it, and that running texts keep their wording."""

import pytest

from agreements.models import Clause
from agreements.naskah.plain import print_ayat
from agreements.naskah.structure import ayat_from_json
from agreements.services.naskah import newest_version
from tests.agreements.playing import Play

LIST = "/kerja-sama/pustaka-klausul/"
OBJEK = f"{LIST}kb/umum/objek/"


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return play.draft("kb")


def wording(code: str = "objek") -> str:
    current = Clause.objects.get(naskah_kind="kb", family="", code=code).versions.get(is_current=True)
    return print_ayat(ayat_from_json(current.ayat))


def test_the_list_shows_kind_purpose_and_article(play, cast, signed_in, client):
    assert client.get(LIST).status_code == 302
    body = signed_in(cast.observer).get(LIST).content.decode()
    assert "Kesepakatan Bersama" in body
    assert "MAKSUD DAN TUJUAN" in body
    assert "Pasal 40 ayat (1) Permendagri 22/2020" in body
    assert "pilihan" in body


def test_the_list_is_searched_by_words_kind_and_family(play, cast, signed_in):
    browser = signed_in(cast.officer)
    assert "Tidak ada klausul yang cocok" in browser.get(LIST, {"q": "tidakadasamasekali"}).content.decode()
    only = browser.get(LIST, {"jenis": "kb", "q": "objek"}).content.decode()
    assert OBJEK in only
    assert "/pustaka-klausul/pks/" not in only


def test_the_list_costs_the_same_for_few_and_many(play, cast, signed_in, django_assert_max_num_queries):
    browser = signed_in(cast.officer)
    browser.get(LIST)
    with django_assert_max_num_queries(40) as few:
        browser.get(LIST, {"jenis": "kb"})
    with django_assert_max_num_queries(len(few)):
        browser.get(LIST)


def test_a_clause_shows_its_versions_and_the_running_texts_in_scope(text, cast, signed_in):
    body = signed_in(cast.partner).get(OBJEK).content.decode()
    assert "Wajib dimuat" in body
    assert text.get_absolute_url() in body
    assert "rumusan versi 1" in body
    assert text.get_absolute_url() not in signed_in(cast.stranger).get(OBJEK).content.decode()
    assert signed_in(cast.partner).get(f"{LIST}kb/umum/tidak_ada/").status_code == 404


def test_a_new_wording_is_a_new_version_and_running_texts_keep_theirs(text, cast, signed_in):
    before = newest_version(text).sha256
    sent = {
        "form_token": "k1",
        "seen_number": 1,
        "text": "Objeknya {objek} bagi {pihak.sebutan}.",
        "reason": "Lebih jelas",
    }
    saved = signed_in(cast.biro).post(f"{OBJEK}ubah/", sent)
    assert saved.status_code == 302
    assert wording() == "Objeknya {objek} bagi {pihak.sebutan}."
    text.refresh_from_db()
    assert newest_version(text).sha256 == before
    page = signed_in(cast.biro).get(OBJEK).content.decode()
    assert "Lebih jelas" in page
    assert cast.biro.get_full_name() in page


def test_only_those_who_manage_the_library_change_it(play, cast, signed_in):
    for reader in (cast.observer, cast.tkksd):
        assert signed_in(reader).get(f"{OBJEK}ubah/").status_code == 403
    assert "ubah/" not in signed_in(cast.observer).get(OBJEK).content.decode()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"text": "Oleh {bupati}."}, "Isian otomatis tidak dikenal: {bupati}."),
        ({"text": "1. angka"}, "Baris 1:"),
        ({"reason": ""}, "Belum diisi."),
        ({"seen_number": 9}, "sudah diubah oleh"),
    ],
)
def test_a_wording_that_cannot_stand_is_refused_and_kept(play, cast, signed_in, typed, message):
    before = wording()
    sent = {"form_token": "k2", "seen_number": 1, "text": "Objek baru.", "reason": "Uji"} | typed
    refused = signed_in(cast.biro).post(f"{OBJEK}ubah/", sent)
    assert refused.status_code in (409, 422)
    assert message in refused.content.decode()
    assert sent["text"] in refused.content.decode()
    assert wording() == before
