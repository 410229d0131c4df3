"""Signing in and out, lost passwords, and the pages of allauth in our look."""

import re

import pytest
from django.core import mail
from django.core.cache import cache

from tests import factories

PAGES_FOR_VISITORS = [
    "/akun/login/",
    "/akun/signup/",
    "/akun/inactive/",
    "/akun/password/reset/",
    "/akun/password/reset/done/",
    "/akun/password/reset/key/1-abc/",
    "/akun/password/reset/key/done/",
]
PAGES_FOR_PEOPLE = [
    "/akun/password/change/",
    "/akun/email/",
    "/akun/logout/",
    "/akun/2fa/",
    "/akun/profil/",
    "/akun/peran/",
    "/akun/reauthenticate/",
    "/akun/3rdparty/",
]
ENGLISH = re.compile(
    r">\s*(Sign In|Sign Up|Password|Change Password|Email Addresses|Forgot|Cancel|Confirm)\b"
)


@pytest.fixture(autouse=True)
def _fresh_limits(db, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def officer(cast):
    cast.officer.set_password(factories.PASSWORD)
    cast.officer.save()
    return cast.officer


@pytest.mark.parametrize(
    "name", ["petugas.kukar", "PETUGAS.KUKAR", "petugas.kukar@contoh.test", "Petugas.Kukar@Contoh.Test"]
)
def test_a_person_signs_in_by_name_or_address(client, officer, name):
    answer = client.post("/akun/login/?next=/akun/profil/", {"login": name, "password": factories.PASSWORD})
    assert answer.status_code == 302
    assert client.get("/akun/profil/").status_code == 200


def test_a_wrong_password_is_refused_in_indonesian(client, officer):
    answer = client.post("/akun/login/", {"login": "petugas.kukar", "password": "salah"})
    assert answer.status_code == 200
    assert "tidak benar" in answer.text or "salah" in answer.text
    assert 'role="alert"' in answer.text


def test_the_sixth_wrong_try_is_held_back(client, officer):
    for _attempt in range(6):
        answer = client.post("/akun/login/", {"login": "petugas.kukar", "password": "salah"})
    assert "Terlalu banyak" in answer.text
    right = client.post("/akun/login/", {"login": "petugas.kukar", "password": factories.PASSWORD})
    assert right.status_code == 200


def test_a_closed_account_does_not_sign_in(client, officer):
    officer.is_active = False
    officer.save()
    client.post("/akun/login/", {"login": "petugas.kukar", "password": factories.PASSWORD})
    assert client.get("/akun/profil/").status_code == 302


def test_signing_out_takes_a_press_not_a_link(client, officer, signed_in):
    signed_in(officer)
    assert "Keluar dari KSD?" in client.get("/akun/logout/").text
    assert client.get("/akun/profil/").status_code == 200
    client.post("/akun/logout/")
    assert client.get("/akun/profil/").status_code == 302


def test_nobody_registers_by_themselves_and_the_page_says_whom_to_ask(client, db):
    page = client.get("/akun/signup/")
    assert "admin KSD" in page.text
    client.post(
        "/akun/signup/", {"username": "x", "email": "x@contoh.test", "password1": "a", "password2": "a"}
    )
    assert client.get("/akun/profil/").status_code == 302


def test_a_lost_password_is_made_anew_by_mail(client, officer):
    officer.set_unusable_password()
    officer.save()
    client.post("/akun/password/reset/", {"email": "petugas.kukar@contoh.test"})
    letter = mail.outbox[0]
    assert "kata sandi baru" in letter.subject
    assert "Yth." in letter.body
    path = re.findall(r"http://testserver(\S+)", str(letter.body))[0]
    form = client.get(path, follow=True)
    assert "Buat kata sandi baru" in form.text
    client.post(
        form.request["PATH_INFO"],
        {"password1": "sandi-baru-yang-panjang", "password2": "sandi-baru-yang-panjang"},
    )
    officer.refresh_from_db()
    assert officer.check_password("sandi-baru-yang-panjang")


def test_an_unknown_address_gets_the_same_page_and_no_link(client, db):
    page = client.post("/akun/password/reset/", {"email": "asing@contoh.test"}, follow=True)
    assert "Bila alamat itu terdaftar" in page.text
    assert "/password/reset/key/" not in mail.outbox[0].body


def test_a_used_up_link_says_so(client, db):
    assert "Tautan tidak berlaku lagi" in client.get("/akun/password/reset/key/1-abc/").text


def test_a_short_password_is_refused(client, officer, signed_in):
    signed_in(officer)
    answer = client.post(
        "/akun/password/change/",
        {"oldpassword": factories.PASSWORD, "password1": "pendek", "password2": "pendek"},
    )
    assert "12 karakter" in answer.text
    officer.refresh_from_db()
    assert officer.check_password(factories.PASSWORD)


@pytest.mark.parametrize("address", PAGES_FOR_VISITORS)
def test_every_page_for_visitors_is_ours_and_indonesian(client, db, address):
    page = client.get(address)
    assert page.status_code == 200
    assert '<html lang="id"' in page.text
    assert "ksd-entrance" in page.text
    assert not ENGLISH.search(page.text)


@pytest.mark.parametrize("address", PAGES_FOR_PEOPLE)
def test_every_page_for_people_is_ours_and_indonesian(officer, signed_in, address):
    page = signed_in(officer).get(address)
    assert page.status_code == 200
    assert "css/ksd.css" in page.text
    assert not ENGLISH.search(page.text)


@pytest.mark.parametrize("address", PAGES_FOR_PEOPLE)
def test_visitors_are_sent_to_sign_in(client, db, address):
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(("/akun/login/", "/"))


@pytest.mark.parametrize("address", ["/akun/profil/", "/akun/peran/"])
def test_own_pages_only_answer_to_reading(officer, signed_in, address):
    assert signed_in(officer).post(address).status_code == 405
