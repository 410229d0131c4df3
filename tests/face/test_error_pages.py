"""Error pages say what happened and what to do next, in every state of the site."""

import pytest
from django.template import Context, Engine
from django.test import Client

SAYS = {
    "400": "tidak lengkap atau rusak",
    "403": "tidak memuat kewenangan",
    "404": "di luar jangkauan daerah Anda",
    "500": "kesalahan program",
    "busy": "terlalu lama tidak menjawab",
}


@pytest.mark.parametrize(("name", "words"), SAYS.items())
def test_an_error_page_says_what_happened_and_what_to_do(cast, signed_in, name, words):
    text = signed_in(cast.officer).get(f"/galeri/{name}/").text
    assert words in text
    assert "Apa yang dapat dilakukan" in text
    assert text.count("<h1") == 1


@pytest.mark.parametrize("name", ["404", "refused", "403"])
def test_a_visitor_gets_the_same_page_without_menu(client, db, name):
    text = client.get(f"/galeri/{name}/").text
    assert "Apa yang dapat dilakukan" in text
    assert "ksd-nav" not in text


@pytest.mark.parametrize("name", ["errors/500.html", "errors/busy.html", "errors/503.html", "500.html"])
def test_the_page_for_trouble_needs_nothing_at_all(name):
    text = Engine.get_default().get_template(name).render(Context())
    assert "Apa yang dapat dilakukan" in text
    assert "<html" in text


def test_a_refusal_names_findings_law_and_remedy(cast, signed_in):
    answer = signed_in(cast.officer).get("/galeri/refused/")
    assert answer.status_code == 409
    for words in (
        "KAK butir 3",
        "Pasal 8 ayat (3) Permendagri 22/2020",
        "Lengkapi kedua hal itu",
        "Galat 409",
    ):
        assert words in answer.text


def test_a_form_without_its_token_is_told_what_to_do(cast, db):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/akun/login/", {"login": "x", "password": "y"})
    assert answer.status_code == 403
    assert "Formulir tidak diterima" in answer.text or "tanda keamanan" in answer.text.lower()


def test_an_unknown_address_is_a_friendly_404(cast, signed_in):
    answer = signed_in(cast.officer).get("/tidak/ada/")
    assert answer.status_code == 404
    assert "Halaman tidak ditemukan" in answer.text
