"""What stands around every page: the navigation, the bell, the language."""

import re

import pytest
from django.urls import reverse

from ksd.deadlines.services import notify

pytestmark = pytest.mark.django_db
ACTIVE = re.compile(r'<a href="([^"]+)" class="active" aria-current="page">')


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/pekerjaan/",
        "/kerja-sama/",
        "/kerja-sama/pustaka-klausul/",
        "/rapat/",
        "/batas/",
        "/wilayah/",
        "/kalender/",
    ],
)
def test_exactly_the_entry_of_this_page_is_marked(signed_in, cast, path):
    page = signed_in(cast.officer).get(path).content.decode()
    assert ACTIVE.findall(page) == [path]


def test_a_page_below_an_entry_marks_that_entry(signed_in, cast):
    page = signed_in(cast.officer).get("/wilayah/urusan/").content.decode()
    assert ACTIVE.findall(page) == ["/wilayah/"]


def test_a_page_beside_the_entries_marks_none(signed_in, cast):
    assert ACTIVE.findall(signed_in(cast.officer).get("/pemberitahuan/").content.decode()) == []


def test_visitors_get_no_navigation(client):
    page = client.get("/akun/login/").content.decode()
    assert "Menu utama" not in page
    assert 'href="/kerja-sama/"' not in page


def test_only_staff_is_shown_the_way_to_the_admin(signed_in, cast):
    assert reverse("admin:index") not in signed_in(cast.officer).get("/").content.decode()
    assert reverse("admin:index") in signed_in(cast.admin).get("/").content.decode()


def test_the_bell_counts_what_was_not_read(signed_in, cast):
    notify(users=[cast.officer], key="satu", kind="case", title="Kabar", email=False)
    assert signed_in(cast.officer).get("/").context["unread_notices"] == 1
    assert signed_in(cast.partner).get("/").context["unread_notices"] == 0


def test_the_page_speaks_indonesian_until_english_is_chosen(signed_in, cast):
    browser = signed_in(cast.officer)
    assert '<html lang="id"' in browser.get("/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    answer = browser.post("/bahasa/setlang/", {"language": "en", "next": "/pekerjaan/"})
    assert answer.url == "/pekerjaan/"
    assert '<html lang="en"' in browser.get("/").content.decode()
    browser.post("/bahasa/setlang/", {"language": "id", "next": "/"})
    assert '<html lang="id"' in browser.get("/").content.decode()


def test_the_language_is_not_changed_by_a_link(signed_in, cast):
    browser = signed_in(cast.officer)
    browser.get("/bahasa/setlang/?language=en")
    assert '<html lang="id"' in browser.get("/").content.decode()
