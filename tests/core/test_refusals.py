"""A refusal is a page that says what happened, why, and what to do."""

import pytest
from django.contrib.messages import get_messages
from django.http import HttpResponse

from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from ksd.core.refusals import way_back

pytestmark = pytest.mark.urls("tests.core.trial_urls")


def test_an_impossible_step_is_told_with_its_article_and_the_way_out(cast, signed_in):
    answer = signed_in(cast.officer).get("/uji/ditolak")
    text = answer.content.decode()
    assert answer.status_code == 409
    for words in ("Kasus sudah ditutup.", "Buka kasus baru.", "Pasal 8 ayat (3)"):
        assert words in text


def test_a_person_without_the_right_is_told_403(cast, signed_in):
    answer = signed_in(cast.officer).get("/uji/tak-berwenang")
    assert answer.status_code == 403
    assert "Hanya kepala Biro" in answer.content.decode()


def test_what_is_missing_is_listed(cast, signed_in):
    answer = signed_in(cast.officer).get("/uji/belum-lengkap")
    assert answer.status_code == 409
    assert "KAK belum diunggah." in answer.content.decode()


def test_a_form_sent_twice_leads_to_what_the_first_made(cast, signed_in):
    answer = signed_in(cast.officer).get("/uji/sudah")
    assert (answer.status_code, answer["Location"]) == (302, "/kalender/")
    assert "sudah dikirim" in str(next(iter(get_messages(answer.wsgi_request))))


def test_a_form_sent_twice_with_nothing_to_show_is_a_refusal(cast, signed_in):
    answer = signed_in(cast.officer).get("/uji/sudah-tanpa-hasil")
    assert answer.status_code == 409
    assert "sudah dikirim" in answer.content.decode()


@pytest.mark.parametrize(
    ("error", "status"),
    [(DomainError, 409), (ImpossibleStep, 409), (NotAllowed, 403), (StaleForm, 409), (NotReady, 409)],
)
def test_each_kind_of_refusal_has_its_status_and_speaks_as_text(error, status):
    refusal = error("Tidak dapat.")
    assert (str(refusal), refusal.status, refusal.remedy, refusal.article) == ("Tidak dapat.", status, "", "")


def test_a_refusal_may_carry_its_own_status():
    assert DomainError("Penuh.", status=503).status == 503


def test_a_page_that_is_not_there_says_so_in_indonesian(cast, signed_in):
    answer = signed_in(cast.officer).get("/tidak-ada/")
    assert answer.status_code == 404
    assert "tidak ditemukan" in answer.content.decode().lower()


def test_a_form_without_its_safety_token_is_told_what_to_do(cast):
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.officer, backend="ksd.accounts.backends.RolePermissionBackend")
    answer = browser.post("/pemberitahuan/semua-dibaca/")
    assert answer.status_code == 403
    assert "Buka kembali halaman formulirnya" in answer.content.decode()


def page_of(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_a_refusal_leads_back_to_the_page_one_came_from(cast, signed_in):
    answer = signed_in(cast.officer).get(
        "/uji/ditolak", HTTP_REFERER="http://testserver/kalender/?tahun=2026"
    )
    assert 'href="/kalender/?tahun=2026"' in page_of(answer)


@pytest.mark.parametrize(
    "foreign",
    ["http://jahat.test/kalender/", "javascript:alert(1)", "http://testserver//jahat.test/", "//jahat.test"],
)
def test_a_refusal_never_leads_to_a_foreign_site(cast, signed_in, foreign):
    words = page_of(signed_in(cast.officer).get("/uji/ditolak", HTTP_REFERER=foreign))
    assert "jahat.test" not in words
    assert "alert(1)" not in words
    assert 'class="btn btn-primary" href="/"' in words


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("/kerja-sama/abcdef/tindakan/lanjutkan/", "/kerja-sama/abcdef/"),
        ("/kerja-sama/naskah/abcdef/setujui/2/", "/kerja-sama/naskah/abcdef/"),
        ("/kerja-sama/baru/", "/"),
    ],
)
def test_without_a_way_back_one_is_led_to_what_the_act_was_about(rf, path, above):
    assert way_back(rf.get(path)) == above
    assert way_back(rf.get(path, HTTP_REFERER=f"http://testserver{path}")) == above


def test_what_was_written_is_given_back_escaped_and_secrets_are_not(cast, signed_in):
    sent = {
        "reason": "Salah",
        "isi_tujuan": "Melayani <b>warga</b>\nperbatasan",
        "password": "rahasia sekali",
        "form_token": "abc def",
        "region": "12",
    }
    words = page_of(signed_in(cast.officer).post("/uji/ditolak", sent))
    assert "Salah</textarea>" in words
    assert "Melayani &lt;b&gt;warga&lt;/b&gt;\nperbatasan</textarea>" in words
    for hidden in ("rahasia sekali", "abc def", "12</textarea>"):
        assert hidden not in words


def test_a_page_that_was_only_read_gives_nothing_back(cast, signed_in):
    assert "Yang sudah Anda tulis" not in page_of(
        signed_in(cast.officer).get("/uji/ditolak?reason=salah ketik")
    )
